/** gRPC callers on the same port, passed through byte for byte. */
@NullMarked
package io.holdfast.gateway.nativegrpc;

import org.jspecify.annotations.NullMarked;
