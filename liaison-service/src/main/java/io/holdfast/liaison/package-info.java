/** liaison-service: institutions, officers, routing tables, desks and their streams. */
@NullMarked
package io.holdfast.liaison;

import org.jspecify.annotations.NullMarked;
