package io.holdfast.gateway.openapi;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.holdfast.gateway.contract.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the contract's authors wrote above each message, field, value, service and method. */
final class Comments {
  // Field numbers of descriptor.proto, which the places of comments are written in.
  private static final int FILE_MESSAGE = 4;
  private static final int FILE_ENUM = 5;
  private static final int FILE_SERVICE = 6;
  private static final int MESSAGE_FIELD = 2;
  private static final int MESSAGE_NESTED = 3;
  private static final int MESSAGE_ENUM = 4;
  private static final int ENUM_VALUE = 2;
  private static final int SERVICE_METHOD = 2;

  private final Map<FileDescriptor, Map<List<Integer>, String>> byFile = new HashMap<>();

  Comments(Contract contract) {
    for (FileDescriptor file : contract.files()) {
      Map<List<Integer>, String> comments = new HashMap<>();
      for (SourceCodeInfo.Location place : file.toProto().getSourceCodeInfo().getLocationList()) {
        if (place.hasLeadingComments()) {
          comments.put(place.getPathList(), flow(place.getLeadingComments()));
        }
      }
      byFile.put(file, comments);
    }
  }

  String of(ServiceDescriptor service) {
    return at(service.getFile(), List.of(FILE_SERVICE, service.getIndex()));
  }

  String of(MethodDescriptor method) {
    return at(
        method.getFile(),
        List.of(FILE_SERVICE, method.getService().getIndex(), SERVICE_METHOD, method.getIndex()));
  }

  String of(Descriptor message) {
    return at(message.getFile(), path(message));
  }

  String of(FieldDescriptor field) {
    return at(
        field.getFile(), with(path(field.getContainingType()), MESSAGE_FIELD, field.getIndex()));
  }

  String of(EnumDescriptor type) {
    return at(type.getFile(), path(type));
  }

  String of(EnumValueDescriptor value) {
    return at(value.getFile(), with(path(value.getType()), ENUM_VALUE, value.getIndex()));
  }

  private String at(FileDescriptor file, List<Integer> path) {
    return byFile.getOrDefault(file, Map.of()).getOrDefault(path, "");
  }

  private static List<Integer> path(Descriptor message) {
    Descriptor outer = message.getContainingType();
    return outer == null
        ? List.of(FILE_MESSAGE, message.getIndex())
        : with(path(outer), MESSAGE_NESTED, message.getIndex());
  }

  private static List<Integer> path(EnumDescriptor type) {
    Descriptor outer = type.getContainingType();
    return outer == null
        ? List.of(FILE_ENUM, type.getIndex())
        : with(path(outer), MESSAGE_ENUM, type.getIndex());
  }

  private static List<Integer> with(List<Integer> path, int kind, int index) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(kind);
    longer.add(index);
    return longer;
  }

  /** Lines of one paragraph in one line; an empty line between paragraphs. */
  private static String flow(String comment) {
    return Stream.of(comment.split("\\n\\s*\\n"))
        .map(paragraph -> paragraph.strip().replaceAll("\\s*\\n\\s*", " "))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
