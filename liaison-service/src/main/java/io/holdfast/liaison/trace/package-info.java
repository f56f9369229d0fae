/**
 * The trace-back (信令倒查): a call followed exchange by exchange from the victim to where it entered
 * the network. Pure domain: no clock, no I/O.
 */
@NullMarked
package io.holdfast.liaison.trace;

import org.jspecify.annotations.NullMarked;
