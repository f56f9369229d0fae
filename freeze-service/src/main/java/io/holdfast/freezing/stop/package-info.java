/**
 * The stop-payment order: its states, commands, rules, papers and clocks. Pure domain: no clock, no
 * I/O.
 */
@NullMarked
package io.holdfast.freezing.stop;

import org.jspecify.annotations.NullMarked;
