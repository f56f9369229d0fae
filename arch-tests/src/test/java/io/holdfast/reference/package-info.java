@NullMarked
package io.holdfast.reference;

import org.jspecify.annotations.NullMarked;
