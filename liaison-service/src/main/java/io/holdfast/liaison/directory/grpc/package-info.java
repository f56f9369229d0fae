/** Institutions for callers, and the directory for the other services. */
@NullMarked
package io.holdfast.liaison.directory.grpc;

import org.jspecify.annotations.NullMarked;
