/** The store: one aggregate is one document, every change one conditional write. */
@NullMarked
package io.holdfast.kit.mongo;

import org.jspecify.annotations.NullMarked;
