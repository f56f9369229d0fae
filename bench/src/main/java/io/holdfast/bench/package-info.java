/** The promises of the design, measured against a system of the benchmarks' own. */
@NullMarked
package io.holdfast.bench;

import org.jspecify.annotations.NullMarked;
