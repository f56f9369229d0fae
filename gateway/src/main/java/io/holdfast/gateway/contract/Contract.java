package io.holdfast.gateway.contract;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.api.ClientProto;
import com.google.api.FieldBehaviorProto;
import com.google.api.FieldInfoProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.TypeRegistry;
import io.holdfast.proto.access.v1.Access;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gateway knows of the services: the linked files of one descriptor set.
 *
 * @param files every file, imports included
 * @param types all message types, for `Any` in JSON
 */
public record Contract(List<FileDescriptor> files, TypeRegistry types) {

  /** Where holdfast-proto puts the set. */
  public static final String RESOURCE = "META-INF/holdfast/api.dsc";

  /**
   * Reads and links a descriptor set made with imports; options the gateway uses are understood.
   */
  public static Contract read(InputStream descriptorSet) throws IOException {
    ExtensionRegistry options = ExtensionRegistry.newInstance();
    AnnotationsProto.registerAllExtensions(options);
    ClientProto.registerAllExtensions(options);
    FieldBehaviorProto.registerAllExtensions(options);
    FieldInfoProto.registerAllExtensions(options);
    Access.registerAllExtensions(options);
    ValidateProto.registerAllExtensions(options);
    Map<String, FileDescriptorProto> unlinked = new LinkedHashMap<>();
    for (FileDescriptorProto file :
        FileDescriptorSet.parseFrom(descriptorSet, options).getFileList()) {
      unlinked.put(file.getName(), file);
    }
    // By name: the compiler lists files as the machine's disk does, and documents must not depend
    // on that.
    Map<String, FileDescriptor> linked = new TreeMap<>();
    TypeRegistry.Builder types = TypeRegistry.newBuilder();
    for (String name : unlinked.keySet()) {
      types.add(link(name, unlinked, linked).getMessageTypes());
    }
    return new Contract(List.copyOf(linked.values()), types.build());
  }

  /** Reads the set at a class path location. */
  public static Contract fromClassPath(String resource) throws IOException {
    try (@Nullable InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no descriptor set at class path location " + resource);
      }
      return read(in);
    }
  }

  /** Every method of every service, by the files' names. */
  public List<MethodDescriptor> methods() {
    return files.stream()
        .flatMap(file -> file.getServices().stream())
        .flatMap(service -> service.getMethods().stream())
        .toList();
  }

  private static FileDescriptor link(
      String name, Map<String, FileDescriptorProto> unlinked, Map<String, FileDescriptor> linked) {
    FileDescriptor done = linked.get(name);
    if (done != null) {
      return done;
    }
    FileDescriptorProto file = unlinked.get(name);
    if (file == null) {
      throw new IllegalStateException("the descriptor set lacks the import " + name);
    }
    FileDescriptor[] imports =
        file.getDependencyList().stream()
            .map(dependency -> link(dependency, unlinked, linked))
            .toArray(FileDescriptor[]::new);
    try {
      FileDescriptor built = FileDescriptor.buildFrom(file, imports);
      linked.put(name, built);
      return built;
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException("the descriptor set has a broken file " + name, e);
    }
  }
}
