/** The four-way match of 86号: does the bank's own record agree with the order? Pure domain. */
@NullMarked
package io.holdfast.freezing.match;

import org.jspecify.annotations.NullMarked;
