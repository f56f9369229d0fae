/**
 * What the victim told (受案): its parts, its tidying, and what is wrong with it. Plain Java: no
 * clock, no store, no wire.
 */
@NullMarked
package io.holdfast.casefile.report;

import org.jspecify.annotations.NullMarked;
