/** Rosters in the store. */
@NullMarked
package io.holdfast.liaison.roster.store;

import org.jspecify.annotations.NullMarked;
