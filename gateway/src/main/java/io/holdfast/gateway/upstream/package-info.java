/** The services behind the gateway: channels, deadlines, breakers, retries. */
@NullMarked
package io.holdfast.gateway.upstream;

import org.jspecify.annotations.NullMarked;
