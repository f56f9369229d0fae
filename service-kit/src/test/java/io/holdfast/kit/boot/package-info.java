@NullMarked
package io.holdfast.kit.boot;

import org.jspecify.annotations.NullMarked;
