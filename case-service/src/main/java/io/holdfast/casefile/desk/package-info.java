/** The use cases: load, decide, save. */
@NullMarked
package io.holdfast.casefile.desk;

import org.jspecify.annotations.NullMarked;
