/**
 * The change feed of each mailbox: pages of items in the store, appended by compare-and-set so that
 * their numbers have no gaps, and read by streams that resume without loss.
 */
@NullMarked
package io.holdfast.liaison.feed;

import org.jspecify.annotations.NullMarked;
