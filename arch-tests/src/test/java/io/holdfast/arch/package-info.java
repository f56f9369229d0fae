@NullMarked
package io.holdfast.arch;

import org.jspecify.annotations.NullMarked;
