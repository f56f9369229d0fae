/** Keys, and what is done with them: sealing personal data, keyed lookup, signing orders. */
@NullMarked
package io.holdfast.kit.crypto;

import org.jspecify.annotations.NullMarked;
