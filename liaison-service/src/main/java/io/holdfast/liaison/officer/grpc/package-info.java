/** Officers for administrators, and their way into the identity provider. */
@NullMarked
package io.holdfast.liaison.officer.grpc;

import org.jspecify.annotations.NullMarked;
