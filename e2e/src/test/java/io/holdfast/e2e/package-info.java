@NullMarked
package io.holdfast.e2e;

import org.jspecify.annotations.NullMarked;
