@NullMarked
package io.holdfast.freezing.match;

import org.jspecify.annotations.NullMarked;
