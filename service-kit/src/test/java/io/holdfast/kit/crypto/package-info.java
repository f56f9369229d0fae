@NullMarked
package io.holdfast.kit.crypto;

import org.jspecify.annotations.NullMarked;
