@NullMarked
package io.holdfast.freezing;

import org.jspecify.annotations.NullMarked;
