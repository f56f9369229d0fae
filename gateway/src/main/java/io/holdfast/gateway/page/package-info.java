/** Pages for people: the API's documentation, the console's files, health. */
@NullMarked
package io.holdfast.gateway.page;

import org.jspecify.annotations.NullMarked;
