/** Opaque identifiers. */
@NullMarked
package io.holdfast.kit.id;

import org.jspecify.annotations.NullMarked;
