/** The rules for urgent lookups, from the policy files. */
@NullMarked
package io.holdfast.freezing.lookup.policy;

import org.jspecify.annotations.NullMarked;
