/** The clock that rules and deadlines are judged by. */
@NullMarked
package io.holdfast.kit.time;

import org.jspecify.annotations.NullMarked;
