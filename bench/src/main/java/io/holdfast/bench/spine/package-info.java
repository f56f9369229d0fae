/** The report's way to the bank's screen, and the system's start. */
@NullMarked
package io.holdfast.bench.spine;

import org.jspecify.annotations.NullMarked;
