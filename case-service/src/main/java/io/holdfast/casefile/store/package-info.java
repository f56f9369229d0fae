/** How cases are stored and found. */
@NullMarked
package io.holdfast.casefile.store;

import org.jspecify.annotations.NullMarked;
