package io.holdfast.store;

import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** The maps of the store file, by name: one for each collection, one for each index. */
final class StoreMaps {

  private static final String DOCUMENTS = "documents/";
  private static final String INDEX = "index/";

  private final MVStore store;
  private final MVMap<String, Integer> indexFlags;

  StoreMaps(MVStore store) {
    this.store = store;
    this.indexFlags = store.openMap("index-flags");
  }

  MVMap<Key, byte[]> documents(String namespace) {
    return store.openMap(
        DOCUMENTS + namespace,
        new MVMap.Builder<Key, byte[]>()
            .keyType(KeyType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  MVMap<Key, Key> index(String namespace, String name) {
    return store.openMap(
        indexName(namespace, name),
        new MVMap.Builder<Key, Key>().keyType(KeyType.INSTANCE).valueType(KeyType.INSTANCE));
  }

  IndexFlags flags(String namespace, String name) {
    return new IndexFlags(indexFlags, indexName(namespace, name));
  }

  void removeDocuments(String namespace) {
    store.removeMap(DOCUMENTS + namespace);
  }

  void removeIndex(String namespace, String name) {
    store.removeMap(indexName(namespace, name));
  }

  /** The databases that have a collection in the file. */
  List<String> databases() {
    return namespaces()
        .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
        .distinct()
        .toList();
  }

  private Stream<String> namespaces() {
    return store.getMapNames().stream()
        .filter(name -> name.startsWith(DOCUMENTS))
        .map(name -> name.substring(DOCUMENTS.length()));
  }

  long sizeBytes() {
    return store.getFileStore() == null ? 0 : store.getFileStore().size();
  }

  private static String indexName(String namespace, String name) {
    return INDEX + namespace + "/" + name;
  }
}
