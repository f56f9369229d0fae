/** Codes and tries as documents. */
@NullMarked
package io.holdfast.freezing.callcode.store;

import org.jspecify.annotations.NullMarked;
