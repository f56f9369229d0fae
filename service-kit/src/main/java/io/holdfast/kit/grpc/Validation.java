package io.holdfast.kit.grpc;

import build.buf.protovalidate.Config;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.holdfast.kit.problem.Problem;
import java.util.List;

/**
 * Checks every request against the rules its message declares ({@code buf.validate}), after
 * authorisation.
 */
final class Validation implements ServerInterceptor {
  private static final int VIOLATIONS_MAX = 50;

  private final Validator validator;

  /**
   * @param requests all request types; their rules are compiled now, so that the first call does
   *     not pay for it
   */
  Validation(List<Descriptor> requests) {
    try {
      validator =
          ValidatorFactory.newBuilder()
              .withConfig(Config.newBuilder().setEnableNativeRules(true).build())
              .buildWithDescriptors(requests, false);
      for (Descriptor request : requests) {
        validator.validate(DynamicMessage.getDefaultInstance(request));
      }
    } catch (CompilationException e) {
      throw new IllegalStateException("the contract's validation rules do not compile", e);
    } catch (ValidationException e) {
      throw new IllegalStateException("the contract's validation rules do not run", e);
    }
  }

  /**
   * Lets only a valid message pass.
   *
   * @throws Problem VALIDATION_FAILED naming the fields
   */
  void check(Message message) {
    try {
      var violations = validator.validate(message).getViolations();
      if (!violations.isEmpty()) {
        throw Problem.invalid(
            violations.stream().limit(VIOLATIONS_MAX).map(ViolationTexts::of).toList());
      }
    } catch (ValidationException e) {
      throw new IllegalStateException("a validation rule does not run", e);
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      private boolean refused;

      @Override
      public void onMessage(Q request) {
        if (refused) {
          return;
        }
        if (request instanceof Message message) {
          refused = true;
          check(message);
          refused = false;
        }
        super.onMessage(request);
      }

      @Override
      public void onHalfClose() {
        if (!refused) {
          super.onHalfClose();
        }
      }
    };
  }
}
