/** What is done with traces: load, decide, save, tell. */
@NullMarked
package io.holdfast.liaison.trace.desk;

import org.jspecify.annotations.NullMarked;
