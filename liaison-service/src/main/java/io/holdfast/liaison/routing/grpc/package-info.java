/** The routing table for callers. */
@NullMarked
package io.holdfast.liaison.routing.grpc;

import org.jspecify.annotations.NullMarked;
