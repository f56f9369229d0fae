/**
 * Urgent lookups (紧急查询): the account the victim does not know, told by whoever paid it out. Pure
 * domain.
 */
@NullMarked
package io.holdfast.freezing.lookup;

import org.jspecify.annotations.NullMarked;
