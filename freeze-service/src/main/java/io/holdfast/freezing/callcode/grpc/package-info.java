/** The methods of CallCodes. */
@NullMarked
package io.holdfast.freezing.callcode.grpc;

import org.jspecify.annotations.NullMarked;
