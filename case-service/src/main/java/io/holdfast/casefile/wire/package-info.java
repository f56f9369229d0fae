/** Cases and reports as the contract has them, and back. No decisions are made here. */
@NullMarked
package io.holdfast.casefile.wire;

import org.jspecify.annotations.NullMarked;
