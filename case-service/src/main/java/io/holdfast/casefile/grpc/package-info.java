/** The service's methods. */
@NullMarked
package io.holdfast.casefile.grpc;

import org.jspecify.annotations.NullMarked;
