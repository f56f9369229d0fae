package io.holdfast.gateway.route;

import com.google.api.AnnotationsProto;
import com.google.api.HttpBody;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.contract.Grants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the contract's `google.api.http` options into bindings and refuses what may not be one. */
public final class Bindings {
  /** The request field of an upload that carries its bytes. */
  public static final String CHUNK = "chunk";

  private final ServiceNames services;

  /** Bindings for the packages of these services only. */
  public Bindings(ServiceNames services) {
    this.services = services;
  }

  /** All bindings, in the order of the contract. Internal methods have none. */
  public List<Binding> of(Contract contract) {
    List<Binding> bindings = new ArrayList<>();
    for (MethodDescriptor method : contract.methods()) {
      String service = services.of(method.getService().getFullName());
      if (service == null
          || Grants.internal(method)
          || !method.getOptions().hasExtension(AnnotationsProto.http)) {
        continue;
      }
      HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
      Stream.concat(Stream.of(rule), rule.getAdditionalBindingsList().stream())
          .map(each -> binding(method, each, service))
          .forEach(bindings::add);
    }
    return List.copyOf(bindings);
  }

  /** The bindings as a trie. */
  public static RouteTrie<Binding> trie(List<Binding> bindings) {
    RouteTrie<Binding> trie = new RouteTrie<>();
    for (Binding binding : bindings) {
      trie.add(binding.httpMethod(), binding.template(), binding);
    }
    return trie;
  }

  private static Binding binding(MethodDescriptor method, HttpRule rule, String service) {
    String httpMethod;
    String path;
    switch (rule.getPatternCase()) {
      case GET -> {
        httpMethod = "GET";
        path = rule.getGet();
      }
      case PUT -> {
        httpMethod = "PUT";
        path = rule.getPut();
      }
      case POST -> {
        httpMethod = "POST";
        path = rule.getPost();
      }
      case DELETE -> {
        httpMethod = "DELETE";
        path = rule.getDelete();
      }
      case PATCH -> {
        httpMethod = "PATCH";
        path = rule.getPatch();
      }
      case CUSTOM -> {
        httpMethod = rule.getCustom().getKind();
        path = rule.getCustom().getPath();
      }
      case PATTERN_NOT_SET ->
          throw refused(method, "its http option has no pattern (expected: get, post, ...)");
      default -> throw refused(method, "its http option has a pattern this gateway does not know");
    }
    Descriptor input = method.getInputType();
    PathTemplate template = PathTemplate.parse(path);
    for (PathTemplate.Variable variable : template.variables()) {
      refuseInPath(method, input, variable.fieldPath());
    }
    Binding binding =
        new Binding(
            httpMethod,
            template,
            body(method, rule.getBody()),
            rule.getResponseBody().isEmpty()
                ? null
                : field(method, method.getOutputType(), rule.getResponseBody()),
            method,
            Binding.callOf(method),
            kind(method),
            service);
    // A personal field of an upload has no REST face: its query refuses it, its body is bytes.
    if (binding.queryBinds() && binding.kind() != Binding.Kind.UPLOAD) {
      String personal = personalInQuery(input, binding, new HashSet<>());
      if (personal != null) {
        throw refused(method, "the personal field " + personal + " could stand in its query");
      }
    }
    return binding;
  }

  private static Binding.Kind kind(MethodDescriptor method) {
    boolean bytes =
        method.getOutputType().getFullName().equals(HttpBody.getDescriptor().getFullName());
    if (method.isClientStreaming()) {
      FieldDescriptor chunk = method.getInputType().findFieldByName(CHUNK);
      if (method.isServerStreaming()
          || chunk == null
          || chunk.getType() != FieldDescriptor.Type.BYTES) {
        throw refused(
            method, "a client stream has a REST face only as an upload (expected: bytes chunk)");
      }
      return Binding.Kind.UPLOAD;
    }
    if (bytes) {
      return Binding.Kind.DOWNLOAD;
    }
    return method.isServerStreaming() ? Binding.Kind.STREAM : Binding.Kind.UNARY;
  }

  private static Binding.Body body(MethodDescriptor method, String body) {
    return switch (body) {
      case "" -> new Binding.NoBody();
      case "*" -> new Binding.WholeBody();
      default -> {
        FieldDescriptor field = field(method, method.getInputType(), body);
        if (field.isRepeated() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
          throw refused(method, "body names " + body + " (expected: a message field)");
        }
        yield new Binding.FieldBody(field);
      }
    };
  }

  private static void refuseInPath(MethodDescriptor method, Descriptor input, String fieldPath) {
    Descriptor owner = input;
    FieldDescriptor field = null;
    for (String name : fieldPath.split("\\.", -1)) {
      field = field(method, owner, name);
      if (Grants.personal(field)) {
        throw refused(method, "the personal field " + fieldPath + " stands in its path");
      }
      if (field.isRepeated()) {
        throw refused(method, "the repeated field " + fieldPath + " stands in its path");
      }
      owner =
          field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : owner;
    }
    if (field == null || field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      throw refused(method, "the message " + fieldPath + " stands in its path");
    }
  }

  private static @Nullable String personalInQuery(
      Descriptor type, Binding binding, Set<Descriptor> seen) {
    if (!seen.add(type)) {
      return null;
    }
    for (FieldDescriptor field : type.getFields()) {
      if (binding.body() instanceof Binding.FieldBody(FieldDescriptor body) && body == field) {
        continue;
      }
      if (Grants.personal(field)) {
        return field.getFullName();
      }
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated()) {
        String deeper = personalInQuery(field.getMessageType(), binding, seen);
        if (deeper != null) {
          return deeper;
        }
      }
    }
    return null;
  }

  private static FieldDescriptor field(MethodDescriptor method, Descriptor type, String name) {
    FieldDescriptor field = type.findFieldByName(name);
    if (field == null) {
      throw refused(
          method, "its http option names " + name + ", no field of " + type.getFullName());
    }
    return field;
  }

  private static IllegalStateException refused(MethodDescriptor method, String why) {
    return new IllegalStateException(method.getFullName() + ": " + why);
  }
}
