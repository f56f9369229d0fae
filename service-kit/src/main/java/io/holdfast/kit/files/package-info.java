/** Uploaded files, encrypted before they are stored. */
@NullMarked
package io.holdfast.kit.files;

import org.jspecify.annotations.NullMarked;
