/**
 * A durable one-machine store that speaks MongoDB's wire protocol: mongo-java-server's query and
 * update engine over H2's MVStore, with ordered indexes, a planner and group commit of our own.
 */
@NullMarked
package io.holdfast.store;

import org.jspecify.annotations.NullMarked;
