package io.holdfast.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.Iterator;
import java.util.List;

/**
 * Something ordered that finds documents: a secondary index, or the collection itself (by {@code
 * _id}).
 */
interface KeySource {

  /** The fields whose values make up a key, in order. The last is always {@code _id}. */
  List<IndexKey> order();

  boolean unique();

  /** Documents without any of the fields are missing here. */
  boolean sparse();

  /** Some document has an array here, so one document may have several keys. */
  boolean multikey();

  /** The entries of the range as of now: later writes are not seen. */
  Iterator<Hit> scan(KeyRange range, boolean reverse);
}
