@NullMarked
package io.holdfast.freezing.callcode;

import org.jspecify.annotations.NullMarked;
