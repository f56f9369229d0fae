/** Codes shown, checked and counted. */
@NullMarked
package io.holdfast.freezing.callcode.desk;

import org.jspecify.annotations.NullMarked;
