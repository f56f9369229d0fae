@NullMarked
package io.holdfast.kit.outbox;

import org.jspecify.annotations.NullMarked;
