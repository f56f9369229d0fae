@NullMarked
package io.holdfast.proto;

import org.jspecify.annotations.NullMarked;
