/** How urgent lookups are stored. */
@NullMarked
package io.holdfast.freezing.lookup.store;

import org.jspecify.annotations.NullMarked;
