/** Traces over gRPC: the contract's messages and the domain, without decisions. */
@NullMarked
package io.holdfast.liaison.trace.grpc;

import org.jspecify.annotations.NullMarked;
