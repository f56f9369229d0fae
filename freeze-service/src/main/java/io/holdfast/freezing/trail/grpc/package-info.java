/** The methods of {@code MoneyTrails}. */
@NullMarked
package io.holdfast.freezing.trail.grpc;

import org.jspecify.annotations.NullMarked;
