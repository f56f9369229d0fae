/** Alarms in the store, and what wakes the duty officer. */
@NullMarked
package io.holdfast.liaison.alarm.store;

import org.jspecify.annotations.NullMarked;
