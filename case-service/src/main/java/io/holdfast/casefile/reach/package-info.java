/** Whether somebody will see an order at once, as far as is known when it is asked for. */
@NullMarked
package io.holdfast.casefile.reach;

import org.jspecify.annotations.NullMarked;
