/** Stop orders over gRPC: the contract's messages and the domain, without decisions. */
@NullMarked
package io.holdfast.freezing.stop.grpc;

import org.jspecify.annotations.NullMarked;
