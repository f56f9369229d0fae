/** Traces, access log, metrics and the management port. */
@NullMarked
package io.holdfast.gateway.observe;

import org.jspecify.annotations.NullMarked;
