/** Urgent lookups (紧急查询) on desks and boards, and the alarms over them. */
@NullMarked
package io.holdfast.liaison.lookup;

import org.jspecify.annotations.NullMarked;
