/**
 * Real parts for tests: the embedded store, the whole interceptor chain, signed tokens; and a clock
 * moved by hand.
 */
@NullMarked
package io.holdfast.testkit;

import org.jspecify.annotations.NullMarked;
