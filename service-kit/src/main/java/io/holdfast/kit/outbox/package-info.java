/** Delivery of what aggregates have to tell other services, and the workers that wake them. */
@NullMarked
package io.holdfast.kit.outbox;

import org.jspecify.annotations.NullMarked;
