package io.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseAuditLogGrpc;
import io.holdfast.proto.casefile.v1.CaseBindingsGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.DraftsGrpc;
import io.holdfast.proto.casefile.v1.VictimAdviceGrpc;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import io.holdfast.proto.freezing.v1.AccountQueriesGrpc;
import io.holdfast.proto.freezing.v1.CallCodesGrpc;
import io.holdfast.proto.freezing.v1.FreezeAuditLogGrpc;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.PhonedStopsGrpc;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import io.holdfast.proto.liaison.v1.AttendanceGrpc;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.holdfast.proto.liaison.v1.LiaisonAuditLogGrpc;
import io.holdfast.proto.liaison.v1.OfficersGrpc;
import io.holdfast.proto.liaison.v1.RoutesGrpc;
import io.holdfast.proto.liaison.v1.TasksGrpc;
import io.holdfast.proto.liaison.v1.TracesGrpc;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every method by every role, people and machines, through the interceptors of the services. The
 * requests are empty: an admitted caller gets past the rule, to validation or an answer.
 */
final class AccessMatrixTest {
  private static final List<ServiceDescriptor> SERVICES =
      List.of(
          CasesGrpc.getServiceDescriptor(),
          DraftsGrpc.getServiceDescriptor(),
          VictimAdviceGrpc.getServiceDescriptor(),
          StopOrdersGrpc.getServiceDescriptor(),
          MoneyTrailsGrpc.getServiceDescriptor(),
          AccountQueriesGrpc.getServiceDescriptor(),
          PhonedStopsGrpc.getServiceDescriptor(),
          CallCodesGrpc.getServiceDescriptor(),
          CaseBindingsGrpc.getServiceDescriptor(),
          InstitutionsGrpc.getServiceDescriptor(),
          RoutesGrpc.getServiceDescriptor(),
          OfficersGrpc.getServiceDescriptor(),
          TasksGrpc.getServiceDescriptor(),
          TracesGrpc.getServiceDescriptor(),
          AttendanceGrpc.getServiceDescriptor(),
          CaseAuditLogGrpc.getServiceDescriptor(),
          FreezeAuditLogGrpc.getServiceDescriptor(),
          LiaisonAuditLogGrpc.getServiceDescriptor(),
          EventInboxGrpc.getServiceDescriptor());
  private static final String INSTITUTION = "00000000000000000000000001";

  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  private final Verdicts verdicts = Verdicts.read();

  @BeforeAll
  static void serve() {
    server =
        new TestServer(
            LegalClock.system(),
            SERVICES.stream().map(EchoService::new).toArray(EchoService[]::new));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  private static List<MethodDescriptor<?, ?>> methods() {
    var methods = new ArrayList<MethodDescriptor<?, ?>>();
    SERVICES.forEach(service -> methods.addAll(service.getMethods()));
    return methods;
  }

  private static String name(MethodDescriptor<?, ?> method) {
    String full = method.getFullMethodName();
    return full.substring(full.lastIndexOf('.') + 1);
  }

  private static List<Role> roles() {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.ROLE_UNSPECIFIED && role != Role.UNRECOGNIZED)
        .toList();
  }

  @Test
  void theTableKnowsEveryMethodAndNoOther() {
    Set<String> methods = new TreeSet<>();
    methods().forEach(method -> methods.add(name(method)));
    assertThat(new TreeSet<>(verdicts.byMethod().keySet())).isEqualTo(methods);
  }

  @Test
  void everyMethodLetsInThoseRolesAndNoOther() {
    List<String> wrong = new ArrayList<>();
    for (MethodDescriptor<?, ?> method : methods()) {
      Verdicts.Verdict verdict = Objects.requireNonNull(verdicts.byMethod().get(name(method)));
      for (Role role : roles()) {
        String word = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean expected = verdict.roles().contains(word);
        check(
            method, TestTokens.person("wang", INSTITUTION, "999001", role), expected, word, wrong);
        check(
            method,
            TestTokens.machine("system", INSTITUTION, "999001", role),
            expected && !verdict.peopleOnly(),
            word + " (machine)",
            wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(
      MethodDescriptor<?, ?> method,
      String token,
      boolean expected,
      String who,
      List<String> wrong) {
    Status.Code code = code(method, server.as(token));
    boolean admitted = code != Status.Code.PERMISSION_DENIED;
    boolean understood =
        code == Status.Code.OK
            || code == Status.Code.INVALID_ARGUMENT
            || code == Status.Code.PERMISSION_DENIED;
    if (admitted != expected || !understood) {
      wrong.add(name(method) + " by " + who + ": " + code + " (expected in: " + expected + ")");
    }
  }

  @Test
  void nobodyGetsInWithoutAGoodToken() {
    List<String> wrong = new ArrayList<>();
    for (MethodDescriptor<?, ?> method : methods()) {
      Role role = Role.STATION_OFFICER;
      List<Channel> strangers =
          List.of(
              server.anonymous(),
              server.as("nonsense"),
              server.as(TestTokens.forged("wang", INSTITUTION, "999001", role)),
              server.as(TestTokens.expired("wang", INSTITUTION, "999001", role)),
              server.as(TestTokens.wrongAudience("wang", INSTITUTION, "999001", role)));
      for (int i = 0; i < strangers.size(); i++) {
        Status.Code code = code(method, strangers.get(i));
        if (code != Status.Code.UNAUTHENTICATED) {
          wrong.add(name(method) + " by stranger " + i + ": " + code);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @SuppressWarnings("unchecked") // Every marshaller of generated code is one of messages.
  private static Status.Code code(MethodDescriptor<?, ?> any, Channel channel) {
    var method = (MethodDescriptor<Message, Message>) any;
    var marshaller = (PrototypeMarshaller<Message>) method.getRequestMarshaller();
    Message request = Objects.requireNonNull(marshaller.getMessagePrototype());
    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS);
    try {
      switch (method.getType()) {
        case UNARY ->
            Objects.requireNonNull(
                ClientCalls.blockingUnaryCall(channel, method, options, request));
        case SERVER_STREAMING -> {
          Iterator<Message> answers =
              ClientCalls.blockingServerStreamingCall(channel, method, options, request);
          while (answers.hasNext()) {
            answers.next();
          }
        }
        case CLIENT_STREAMING -> upload(channel.newCall(method, options), request);
        case BIDI_STREAMING, UNKNOWN -> throw new IllegalStateException("not in the contract");
      }
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  private static void upload(io.grpc.ClientCall<Message, Message> call, Message request) {
    var answer = new CompletableFuture<Message>();
    StreamObserver<Message> pieces =
        ClientCalls.asyncClientStreamingCall(
            call,
            new StreamObserver<>() {
              @Override
              public void onNext(Message message) {
                answer.complete(message);
              }

              @Override
              public void onError(Throwable thrown) {
                answer.completeExceptionally(thrown);
              }

              @Override
              public void onCompleted() {}
            });
    pieces.onNext(request);
    pieces.onCompleted();
    try {
      answer.get(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw Status.fromThrowable(e.getCause()).asRuntimeException();
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
