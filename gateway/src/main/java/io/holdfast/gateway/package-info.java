/**
 * The only door: checks tokens, limits callers, and speaks REST, SSE and gRPC to the services
 * behind it.
 */
@NullMarked
package io.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
