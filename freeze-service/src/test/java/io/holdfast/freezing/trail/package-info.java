@NullMarked
package io.holdfast.freezing.trail;

import org.jspecify.annotations.NullMarked;
