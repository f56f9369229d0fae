/** How much one caller may ask for. */
@NullMarked
package io.holdfast.gateway.limit;

import org.jspecify.annotations.NullMarked;
