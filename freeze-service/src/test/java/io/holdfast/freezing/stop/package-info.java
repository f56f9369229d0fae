@NullMarked
package io.holdfast.freezing.stop;

import org.jspecify.annotations.NullMarked;
