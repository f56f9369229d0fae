@NullMarked
package io.holdfast.kit.grpc;

import org.jspecify.annotations.NullMarked;
