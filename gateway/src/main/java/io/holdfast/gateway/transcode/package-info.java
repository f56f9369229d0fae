/**
 * Between HTTP and gRPC: requests to messages, messages to JSON, event streams, uploads, downloads.
 */
@NullMarked
package io.holdfast.gateway.transcode;

import org.jspecify.annotations.NullMarked;
