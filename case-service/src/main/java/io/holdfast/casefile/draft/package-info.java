/**
 * Reports in the making: texts by field, as typed, by several people at once; and how they read.
 */
@NullMarked
package io.holdfast.casefile.draft;

import org.jspecify.annotations.NullMarked;
