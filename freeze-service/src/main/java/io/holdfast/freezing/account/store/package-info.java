/** Accounts in the store, and the taking of their places by compare-and-set. */
@NullMarked
package io.holdfast.freezing.account.store;

import org.jspecify.annotations.NullMarked;
