/** What was measured is written down as it was. */
@NullMarked
package io.holdfast.bench.figure;

import org.jspecify.annotations.NullMarked;
