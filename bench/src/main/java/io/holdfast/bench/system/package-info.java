/** A system of the benchmarks' own, its people, and what can be read off it. */
@NullMarked
package io.holdfast.bench.system;

import org.jspecify.annotations.NullMarked;
