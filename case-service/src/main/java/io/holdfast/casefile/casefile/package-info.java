/**
 * The case that grows from a report: its filing (程序规定 171–179) and the stop orders it asks for.
 * Plain Java: no clock, no store, no wire.
 */
@NullMarked
package io.holdfast.casefile.casefile;

import org.jspecify.annotations.NullMarked;
