/** What the routing table did wrong, in the store. */
@NullMarked
package io.holdfast.liaison.routing.store;

import org.jspecify.annotations.NullMarked;
