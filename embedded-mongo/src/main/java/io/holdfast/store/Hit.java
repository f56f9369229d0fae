package io.holdfast.store;

/**
 * One entry met by a scan.
 *
 * @param key the entry's key in the index scanned
 * @param position the document's key in its collection
 */
record Hit(Key key, Key position) {}
