/** Alarms as the contract shows them. */
@NullMarked
package io.holdfast.liaison.alarm.proto;

import org.jspecify.annotations.NullMarked;
