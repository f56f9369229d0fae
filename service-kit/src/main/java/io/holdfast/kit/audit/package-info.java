/** The record of who did, read or was refused what; without personal values. */
@NullMarked
package io.holdfast.kit.audit;

import org.jspecify.annotations.NullMarked;
