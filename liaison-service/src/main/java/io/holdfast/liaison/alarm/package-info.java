/** Orders that nobody takes in hand: who is told, and how the duty officer is woken. */
@NullMarked
package io.holdfast.liaison.alarm;

import org.jspecify.annotations.NullMarked;
