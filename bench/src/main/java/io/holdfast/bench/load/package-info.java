/** Callers: at a fixed rate, or as fast as answers come. */
@NullMarked
package io.holdfast.bench.load;

import org.jspecify.annotations.NullMarked;
