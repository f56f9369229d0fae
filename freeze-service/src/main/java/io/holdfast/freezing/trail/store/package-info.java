/** Trails as documents. */
@NullMarked
package io.holdfast.freezing.trail.store;

import org.jspecify.annotations.NullMarked;
