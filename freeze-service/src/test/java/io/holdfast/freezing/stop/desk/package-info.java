@NullMarked
package io.holdfast.freezing.stop.desk;

import org.jspecify.annotations.NullMarked;
