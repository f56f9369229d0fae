@NullMarked
package io.holdfast.kit.access;

import org.jspecify.annotations.NullMarked;
