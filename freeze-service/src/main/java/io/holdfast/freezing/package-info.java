/**
 * freeze-service: stop-payment orders, their papers and clocks, and the count of stops on an
 * account.
 */
@NullMarked
package io.holdfast.freezing;

import org.jspecify.annotations.NullMarked;
