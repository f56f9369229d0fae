/** Who calls: signing keys, tokens, and the headers every answer carries. */
@NullMarked
package io.holdfast.gateway.security;

import org.jspecify.annotations.NullMarked;
