/** Refusals and failures as RFC 9457 problems. */
@NullMarked
package io.holdfast.gateway.problem;

import org.jspecify.annotations.NullMarked;
