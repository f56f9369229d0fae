package io.holdfast.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a release promised stays: every message, field, enum value and method of {@code
 * proto/released.dsc} is still there with its number, name and type (wire and JSON). After a
 * release, and only then, write the file anew: {@code mvn -pl proto test -Dholdfast.release=true}.
 */
final class ContractCompatibilityTest {
  private static final Path RELEASED = Path.of("released.dsc");

  @Test
  void nothingThatWasReleasedIsGoneOrChanged() throws IOException {
    FileDescriptorSet now = own(Contract.descriptorSet());
    if (Boolean.getBoolean("holdfast.release")) {
      Files.write(RELEASED, now.toByteArray());
    }
    FileDescriptorSet released = FileDescriptorSet.parseFrom(Files.readAllBytes(RELEASED));
    Map<String, String> present = promises(now);
    Map<String, String> broken = new TreeMap<>();
    promises(released)
        .forEach(
            (name, promise) -> {
              if (!promise.equals(present.get(name))) {
                broken.put(name, promise + " became " + present.get(name));
              }
            });
    assertThat(broken).as("add something new instead; reserve what must go").isEmpty();
  }

  /** The contract's files without comments, in a stable order. */
  private static FileDescriptorSet own(FileDescriptorSet set) {
    return FileDescriptorSet.newBuilder()
        .addAllFile(
            set.getFileList().stream()
                .filter(file -> file.getName().startsWith("holdfast/"))
                .map(file -> file.toBuilder().clearSourceCodeInfo().build())
                .sorted(Comparator.comparing(FileDescriptorProto::getName))
                .collect(Collectors.toList()))
        .build();
  }

  private static Map<String, String> promises(FileDescriptorSet set) {
    Map<String, String> promises = new TreeMap<>();
    for (FileDescriptorProto file : set.getFileList()) {
      String scope = file.getPackage();
      file.getMessageTypeList().forEach(message -> message(scope, message, promises));
      file.getEnumTypeList().forEach(type -> enumeration(scope, type, promises));
      file.getServiceList()
          .forEach(
              service ->
                  service
                      .getMethodList()
                      .forEach(
                          method ->
                              promises.put(
                                  scope + '.' + service.getName() + '/' + method.getName(),
                                  method.getInputType()
                                      + (method.getClientStreaming() ? " stream" : "")
                                      + " -> "
                                      + method.getOutputType()
                                      + (method.getServerStreaming() ? " stream" : ""))));
    }
    return promises;
  }

  private static void message(String scope, DescriptorProto message, Map<String, String> promises) {
    String name = scope + '.' + message.getName();
    for (FieldDescriptorProto field : message.getFieldList()) {
      promises.put(
          name + '#' + field.getNumber(),
          field.getName()
              + ' '
              + field.getLabel()
              + ' '
              + field.getType()
              + ' '
              + field.getTypeName());
    }
    message.getNestedTypeList().forEach(nested -> message(name, nested, promises));
    message.getEnumTypeList().forEach(type -> enumeration(name, type, promises));
  }

  private static void enumeration(
      String scope, EnumDescriptorProto type, Map<String, String> promises) {
    for (EnumValueDescriptorProto value : type.getValueList()) {
      promises.put(scope + '.' + type.getName() + '#' + value.getNumber(), value.getName());
    }
  }
}
