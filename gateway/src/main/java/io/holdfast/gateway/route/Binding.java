package io.holdfast.gateway.route;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import org.jspecify.annotations.Nullable;

/**
 * One REST face of one method.
 *
 * @param httpMethod e.g. `GET`
 * @param template the path
 * @param body where the request's JSON body goes
 * @param responseBody the response field that is the answer; null: the whole message
 * @param method as the contract has it
 * @param call the same for gRPC
 * @param kind how request and answer travel
 * @param service the key of its upstream, e.g. `holdfast.casefile`
 */
public record Binding(
    String httpMethod,
    PathTemplate template,
    Body body,
    @Nullable FieldDescriptor responseBody,
    MethodDescriptor method,
    io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> call,
    Kind kind,
    String service) {

  /** How request and answer travel. */
  public enum Kind {
    /** JSON in, JSON out. */
    UNARY,
    /** An event stream. */
    STREAM,
    /** Raw bytes in, JSON out. */
    UPLOAD,
    /** Raw bytes out. */
    DOWNLOAD
  }

  /** Where a JSON body goes. */
  public sealed interface Body {}

  /** The request has no body; all else comes from path and query. */
  public record NoBody() implements Body {}

  /** The body is the request message; the query must be empty. */
  public record WholeBody() implements Body {}

  /** The body is one field; all else comes from path and query. */
  public record FieldBody(FieldDescriptor field) implements Body {}

  /** Whether the query may set request fields. */
  public boolean queryBinds() {
    return kind == Kind.UPLOAD || !(body instanceof WholeBody);
  }

  /** E.g. `GET /v1/cases/{id}`: for logs and metrics, free of values. */
  public String name() {
    return httpMethod + " " + template.source();
  }

  @Override
  public String toString() {
    return method.getFullName();
  }

  static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> callOf(MethodDescriptor method) {
    MethodType type =
        method.isClientStreaming()
            ? method.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING
            : method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(type)
        .setFullMethodName(
            io.grpc.MethodDescriptor.generateFullMethodName(
                method.getService().getFullName(), method.getName()))
        .setRequestMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
        .setResponseMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
        .build();
  }
}
