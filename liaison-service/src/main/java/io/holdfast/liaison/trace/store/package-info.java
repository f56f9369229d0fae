/** How traces are stored. */
@NullMarked
package io.holdfast.liaison.trace.store;

import org.jspecify.annotations.NullMarked;
