/** The spoken word as the contract shows it. */
@NullMarked
package io.holdfast.freezing.phone.grpc;

import org.jspecify.annotations.NullMarked;
