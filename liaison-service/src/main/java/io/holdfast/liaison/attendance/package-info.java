/**
 * Whether anyone is there: open streams and human signs of life of a desk, and what they amount to.
 */
@NullMarked
package io.holdfast.liaison.attendance;

import org.jspecify.annotations.NullMarked;
