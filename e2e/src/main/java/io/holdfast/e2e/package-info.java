/** The demonstration's story, told by the people concerned through the gateway. */
@NullMarked
package io.holdfast.e2e;

import org.jspecify.annotations.NullMarked;
