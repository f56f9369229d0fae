/** What was measured: rounds, bars, the machine, the file of results. */
@NullMarked
package io.holdfast.bench.figure;

import org.jspecify.annotations.NullMarked;
