/** The routing table as liaison-service last told it. */
@NullMarked
package io.holdfast.freezing.routing.directory;

import org.jspecify.annotations.NullMarked;
