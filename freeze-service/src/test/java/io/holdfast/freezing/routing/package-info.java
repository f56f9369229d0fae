@NullMarked
package io.holdfast.freezing.routing;

import org.jspecify.annotations.NullMarked;
