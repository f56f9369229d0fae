/** The contract as OpenAPI 3.1. */
@NullMarked
package io.holdfast.gateway.openapi;

import org.jspecify.annotations.NullMarked;
