@NullMarked
package io.holdfast.freezing.stop.store;

import org.jspecify.annotations.NullMarked;
