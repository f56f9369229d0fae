/** Who sits where, in the store, as several replicas see it. */
@NullMarked
package io.holdfast.liaison.attendance.store;

import org.jspecify.annotations.NullMarked;
