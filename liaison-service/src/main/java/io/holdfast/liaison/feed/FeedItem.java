package io.holdfast.liaison.feed;

import io.holdfast.proto.liaison.v1.Task;

/**
 * One change, as told on a mailbox's stream.
 *
 * @param seq its number in the mailbox, from 1, without gaps
 * @param key what was told; never twice in one mailbox
 * @param task the task as it was then
 */
public record FeedItem(long seq, String key, Task task) {}
