/** What is promised of the console, measured in a real browser and on its own reading of texts. */
@NullMarked
package io.holdfast.bench.console;

import org.jspecify.annotations.NullMarked;
