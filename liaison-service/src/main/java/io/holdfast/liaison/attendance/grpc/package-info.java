/** Attendance, rosters and alarms for callers. */
@NullMarked
package io.holdfast.liaison.attendance.grpc;

import org.jspecify.annotations.NullMarked;
