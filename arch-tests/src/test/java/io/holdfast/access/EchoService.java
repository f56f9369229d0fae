package io.holdfast.access;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Objects;

/**
 * A service of the contract whose every method answers with an empty message: what is tested stands
 * before it.
 */
final class EchoService implements BindableService {
  private final ServiceDescriptor service;

  EchoService(ServiceDescriptor service) {
    this.service = service;
  }

  @Override
  public ServerServiceDefinition bindService() {
    var definition = ServerServiceDefinition.builder(service);
    for (MethodDescriptor<?, ?> method : service.getMethods()) {
      add(definition, method);
    }
    return definition.build();
  }

  @SuppressWarnings("unchecked") // Every marshaller of generated code is one of messages.
  private static void add(ServerServiceDefinition.Builder definition, MethodDescriptor<?, ?> any) {
    var method = (MethodDescriptor<Message, Message>) any;
    Message answer = answer(method);
    switch (method.getType()) {
      case UNARY ->
          definition.addMethod(method, ServerCalls.asyncUnaryCall((_, to) -> send(to, answer)));
      case SERVER_STREAMING ->
          definition.addMethod(
              method, ServerCalls.asyncServerStreamingCall((_, to) -> send(to, answer)));
      case CLIENT_STREAMING ->
          definition.addMethod(
              method, ServerCalls.asyncClientStreamingCall(to -> collecting(to, answer)));
      case BIDI_STREAMING, UNKNOWN ->
          throw new IllegalStateException(method.getFullMethodName() + ": not in the contract");
    }
  }

  private static Message answer(MethodDescriptor<Message, Message> method) {
    if (method.getResponseMarshaller() instanceof PrototypeMarshaller<Message> marshaller) {
      return Objects.requireNonNull(marshaller.getMessagePrototype());
    }
    throw new IllegalStateException(method.getFullMethodName() + ": no protobuf answer");
  }

  private static void send(StreamObserver<Message> to, Message answer) {
    to.onNext(answer);
    to.onCompleted();
  }

  private static StreamObserver<Message> collecting(StreamObserver<Message> to, Message answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(Message piece) {}

      @Override
      public void onError(Throwable thrown) {}

      @Override
      public void onCompleted() {
        send(to, answer);
      }
    };
  }
}
