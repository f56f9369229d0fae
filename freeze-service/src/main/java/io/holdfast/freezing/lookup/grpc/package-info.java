/** Urgent lookups as the contract shows them. */
@NullMarked
package io.holdfast.freezing.lookup.grpc;

import org.jspecify.annotations.NullMarked;
