/**
 * Which bank an account belongs to: by number range, by name, or as the officer says. Pure domain.
 */
@NullMarked
package io.holdfast.freezing.routing;

import org.jspecify.annotations.NullMarked;
