/** The police side's signature on orders. */
@NullMarked
package io.holdfast.freezing.stop.seal;

import org.jspecify.annotations.NullMarked;
