/**
 * Which institution an account belongs to: by the longest number range, else by the institution's
 * name.
 */
@NullMarked
package io.holdfast.liaison.routing;

import org.jspecify.annotations.NullMarked;
