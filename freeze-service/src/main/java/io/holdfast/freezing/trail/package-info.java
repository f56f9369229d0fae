/**
 * The way of a case's money: which account is followed by which order, bounded by the policy, and
 * what of the loss is where. Pure.
 */
@NullMarked
package io.holdfast.freezing.trail;

import org.jspecify.annotations.NullMarked;
