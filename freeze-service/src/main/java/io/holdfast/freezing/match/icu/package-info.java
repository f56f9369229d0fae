/** Chinese script as ICU's tables know it. */
@NullMarked
package io.holdfast.freezing.match.icu;

import org.jspecify.annotations.NullMarked;
