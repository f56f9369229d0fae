@NullMarked
package io.holdfast.freezing.stop.seal;

import org.jspecify.annotations.NullMarked;
