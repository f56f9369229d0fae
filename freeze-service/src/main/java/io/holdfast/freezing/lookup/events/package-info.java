/** Urgent lookups as other services ask for them and hear of them. */
@NullMarked
package io.holdfast.freezing.lookup.events;

import org.jspecify.annotations.NullMarked;
