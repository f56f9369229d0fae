/**
 * The gateway as callers meet it: a started application, real HTTP and gRPC, tokens signed here.
 */
@NullMarked
package io.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
