/** Desks, boards and their streams for callers. */
@NullMarked
package io.holdfast.liaison.desk.grpc;

import org.jspecify.annotations.NullMarked;
