/** Starting and stopping a service: settings, wiring, health, order. */
@NullMarked
package io.holdfast.kit.boot;

import org.jspecify.annotations.NullMarked;
