/** The gateway against going without it. */
@NullMarked
package io.holdfast.bench.gateway;

import org.jspecify.annotations.NullMarked;
