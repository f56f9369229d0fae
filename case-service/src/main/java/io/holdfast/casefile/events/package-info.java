/** What other services tell. */
@NullMarked
package io.holdfast.casefile.events;

import org.jspecify.annotations.NullMarked;
