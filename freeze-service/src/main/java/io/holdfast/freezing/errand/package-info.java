/** What this service tells itself, so that no crash can lose it. */
@NullMarked
package io.holdfast.freezing.errand;

import org.jspecify.annotations.NullMarked;
