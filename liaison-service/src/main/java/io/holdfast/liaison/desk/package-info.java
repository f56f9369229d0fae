/**
 * What lies on which desk and which clocks run, as a pure function of what happened to an order or
 * a case.
 */
@NullMarked
package io.holdfast.liaison.desk;

import org.jspecify.annotations.NullMarked;
