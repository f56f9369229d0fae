/**
 * Serving and calling over gRPC: the chain every call passes, flow-controlled streams, and the way
 * to other services.
 */
@NullMarked
package io.holdfast.kit.grpc;

import org.jspecify.annotations.NullMarked;
