/** The reach of orders by the last good copies of what liaison-service knows. */
@NullMarked
package io.holdfast.casefile.reach.copy;

import org.jspecify.annotations.NullMarked;
