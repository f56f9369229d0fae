/** The edge: what every request meets first, and the one route of the API. */
@NullMarked
package io.holdfast.gateway.edge;

import org.jspecify.annotations.NullMarked;
