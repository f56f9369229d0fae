package io.holdfast.proto;

import com.google.api.AnnotationsProto;
import com.google.api.FieldBehaviorProto;
import com.google.api.FieldInfoProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.ExtensionRegistry;
import io.holdfast.proto.access.v1.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The contract's own files, linked, options and comments included. */
final class Contract {
  private Contract() {}

  static FileDescriptorSet descriptorSet() {
    var registry = ExtensionRegistry.newInstance();
    AnnotationsProto.registerAllExtensions(registry);
    FieldBehaviorProto.registerAllExtensions(registry);
    FieldInfoProto.registerAllExtensions(registry);
    Access.registerAllExtensions(registry);
    try (InputStream in = Contract.class.getResourceAsStream("/META-INF/holdfast/api.dsc")) {
      return FileDescriptorSet.parseFrom(Objects.requireNonNull(in), registry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<FileDescriptor> files() {
    return link(descriptorSet());
  }

  static List<FileDescriptor> link(FileDescriptorSet set) {
    Map<String, FileDescriptorProto> byName = new HashMap<>();
    set.getFileList().forEach(file -> byName.put(file.getName(), file));
    Map<String, FileDescriptor> linked = new HashMap<>();
    return byName.keySet().stream()
        .filter(name -> name.startsWith("holdfast/"))
        .sorted()
        .map(name -> link(name, byName, linked))
        .toList();
  }

  private static FileDescriptor link(
      String name, Map<String, FileDescriptorProto> byName, Map<String, FileDescriptor> linked) {
    FileDescriptor known = linked.get(name);
    if (known != null) {
      return known;
    }
    FileDescriptorProto file = Objects.requireNonNull(byName.get(name), name);
    FileDescriptor[] imports =
        file.getDependencyList().stream()
            .map(dependency -> link(dependency, byName, linked))
            .toArray(FileDescriptor[]::new);
    try {
      FileDescriptor made = FileDescriptor.buildFrom(file, imports);
      linked.put(name, made);
      return made;
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
