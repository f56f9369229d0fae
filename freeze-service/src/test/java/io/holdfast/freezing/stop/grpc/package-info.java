@NullMarked
package io.holdfast.freezing.stop.grpc;

import org.jspecify.annotations.NullMarked;
