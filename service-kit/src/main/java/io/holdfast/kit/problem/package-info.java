/** Refusals as typed values, and their one translation to {@code google.rpc.Status}. */
@NullMarked
package io.holdfast.kit.problem;

import org.jspecify.annotations.NullMarked;
