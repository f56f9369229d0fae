@NullMarked
package io.holdfast.kit.telemetry;

import org.jspecify.annotations.NullMarked;
