/** Rosters for callers. */
@NullMarked
package io.holdfast.liaison.roster.grpc;

import org.jspecify.annotations.NullMarked;
