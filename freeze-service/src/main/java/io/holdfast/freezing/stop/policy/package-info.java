/** What a policy file says of stops, as an order takes it along. */
@NullMarked
package io.holdfast.freezing.stop.policy;

import org.jspecify.annotations.NullMarked;
