/**
 * The limits the law and its executors set: deadlines, counts, switches, and the working days they
 * are counted in.
 */
@NullMarked
package io.holdfast.kit.policy;

import org.jspecify.annotations.NullMarked;
