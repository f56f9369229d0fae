/** What is done with stop orders: load, decide, save, tell. */
@NullMarked
package io.holdfast.freezing.stop.desk;

import org.jspecify.annotations.NullMarked;
