/** Who is on duty at an institution's desks. */
@NullMarked
package io.holdfast.liaison.roster;

import org.jspecify.annotations.NullMarked;
