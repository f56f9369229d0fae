@NullMarked
package io.holdfast.kit.files;

import org.jspecify.annotations.NullMarked;
