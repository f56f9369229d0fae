/** What others tell of calls to be traced, and what they are told of traces. */
@NullMarked
package io.holdfast.liaison.trace.events;

import org.jspecify.annotations.NullMarked;
