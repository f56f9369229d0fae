@NullMarked
package io.holdfast.freezing.phone;

import org.jspecify.annotations.NullMarked;
