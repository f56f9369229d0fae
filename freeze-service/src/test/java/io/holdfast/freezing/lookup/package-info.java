@NullMarked
package io.holdfast.freezing.lookup;

import org.jspecify.annotations.NullMarked;
