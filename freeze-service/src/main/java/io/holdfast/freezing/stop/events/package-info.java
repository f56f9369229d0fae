/** Events: what case-service asks for, and what is told of orders. */
@NullMarked
package io.holdfast.freezing.stop.events;

import org.jspecify.annotations.NullMarked;
