package io.holdfast.gateway;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.holdfast.gateway.trial.CallSeen;
import io.holdfast.gateway.trial.CreateThingRequest;
import io.holdfast.gateway.trial.Everything;
import io.holdfast.gateway.trial.FailRequest;
import io.holdfast.gateway.trial.FindThingRequest;
import io.holdfast.gateway.trial.GetThingRequest;
import io.holdfast.gateway.trial.PatchThingRequest;
import io.holdfast.gateway.trial.SearchThingsRequest;
import io.holdfast.gateway.trial.SearchThingsResponse;
import io.holdfast.gateway.trial.Thing;
import io.holdfast.gateway.trial.ThingsGrpc;
import io.holdfast.gateway.trial.UploadThingRequest;
import io.holdfast.gateway.trial.WatchThingsRequest;
import io.holdfast.gateway.trial.WatchThingsResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The service behind the gateway in its tests: it answers what it was asked. */
final class TrialThings extends ThingsGrpc.ThingsImplBase implements ServerInterceptor {
  static final Context.Key<Metadata> HEADERS = Context.key("headers");

  /** Messages sent on the last stream; a reader that does not read must stop it. */
  final AtomicInteger sent = new AtomicInteger();

  /** Streams and uploads a caller left. */
  final AtomicInteger left = new AtomicInteger();

  /** Calls by what they were asked to fail with. */
  final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

  /** Size of the largest piece of the last upload. */
  final AtomicInteger largestPiece = new AtomicInteger();

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return Contexts.interceptCall(
        Context.current().withValue(HEADERS, headers), call, headers, next);
  }

  @Override
  public void createThing(CreateThingRequest request, StreamObserver<Thing> answer) {
    answer.onNext(
        request.getThing().toBuilder()
            .setParent(request.getParent())
            .addTags("request:" + request.getRequestId())
            .build());
    answer.onCompleted();
  }

  @Override
  public void getThing(GetThingRequest request, StreamObserver<Thing> answer) {
    answer.onNext(
        Thing.newBuilder()
            .setId(request.getId())
            .setTitle(request.getName())
            .setAmountFen(request.getPart())
            .build());
    answer.onCompleted();
  }

  @Override
  public void searchThings(
      SearchThingsRequest request, StreamObserver<SearchThingsResponse> answer) {
    var filter = request.getFilter();
    Thing found =
        Thing.newBuilder()
            .setColour(filter.getColour())
            .addAllTags(filter.getTagsList())
            .addAllTags(request.getReadMask().getPathsList())
            .setAmountFen(filter.getMinAmountFen() + request.getLimitFen().getValue())
            .setCreateTime(filter.getAfter())
            .build();
    answer.onNext(SearchThingsResponse.newBuilder().addThings(found).setNextPageToken("n").build());
    answer.onCompleted();
  }

  @Override
  public void patchThing(PatchThingRequest request, StreamObserver<Thing> answer) {
    answer.onNext(
        request.getThing().toBuilder().addAllTags(request.getUpdateMask().getPathsList()).build());
    answer.onCompleted();
  }

  @Override
  public void putThing(PatchThingRequest request, StreamObserver<Thing> answer) {
    patchThing(request, answer);
  }

  @Override
  public void deleteThing(GetThingRequest request, StreamObserver<Empty> answer) {
    answer.onNext(Empty.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void findThing(FindThingRequest request, StreamObserver<Thing> answer) {
    answer.onNext(Thing.newBuilder().setTitle("found").setAmountFen(request.getPageSize()).build());
    answer.onCompleted();
  }

  @Override
  public void echo(Everything request, StreamObserver<Everything> answer) {
    answer.onNext(request);
    answer.onCompleted();
  }

  @Override
  public void fail(FailRequest request, StreamObserver<Thing> answer) {
    int call =
        failures.computeIfAbsent(request.getHow(), _ -> new AtomicInteger()).incrementAndGet();
    if (request.getHow().startsWith("once-") && call > 1) {
      answer.onNext(Thing.newBuilder().setTitle("call " + call).build());
      answer.onCompleted();
      return;
    }
    answer.onError(TrialFailures.of(request.getHow()));
  }

  @Override
  public void describe(Empty request, StreamObserver<CallSeen> answer) {
    Metadata headers = HEADERS.get();
    Deadline deadline = Context.current().getDeadline();
    answer.onNext(
        CallSeen.newBuilder()
            .setAuthorization(header(headers, "authorization"))
            .setTraceparent(header(headers, "traceparent"))
            .setAcceptLanguage(header(headers, "accept-language"))
            .setLeftMillis(deadline == null ? -1 : deadline.timeRemaining(TimeUnit.MILLISECONDS))
            .addAllNames(headers.keys())
            .build());
    answer.onCompleted();
  }

  private static String header(Metadata headers, String name) {
    String value = headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    return value == null ? "" : value;
  }

  @Override
  public void watchThings(WatchThingsRequest request, StreamObserver<WatchThingsResponse> answer) {
    var call = (ServerCallStreamObserver<WatchThingsResponse>) answer;
    int from = request.getResumeToken().isEmpty() ? 0 : Integer.parseInt(request.getResumeToken());
    sent.set(0);
    AtomicInteger next = new AtomicInteger(from);
    call.setOnCancelHandler(left::incrementAndGet);
    Runnable more =
        () -> {
          while (call.isReady() && next.get() < from + request.getCount()) {
            int number = next.incrementAndGet();
            if (request.getFailAfter() > 0 && number > request.getFailAfter()) {
              next.set(Integer.MAX_VALUE);
              call.onError(TrialFailures.of("state"));
              return;
            }
            call.onNext(
                WatchThingsResponse.newBuilder()
                    .setNumber(number)
                    .setResumeToken(Integer.toString(number))
                    .setFilling("x".repeat(request.getFilling()))
                    .build());
            sent.incrementAndGet();
          }
          if (next.get() == from + request.getCount() && !request.getStay()) {
            next.set(Integer.MAX_VALUE);
            call.onCompleted();
          }
        };
    call.setOnReadyHandler(more);
  }

  @Override
  public StreamObserver<UploadThingRequest> uploadThing(StreamObserver<Thing> answer) {
    largestPiece.set(0);
    return new StreamObserver<>() {
      private @Nullable UploadThingRequest first;
      private long bytes;
      private int pieces;

      @Override
      public void onNext(UploadThingRequest part) {
        if (first == null) {
          first = part;
        } else {
          pieces++;
        }
        bytes += part.getChunk().size();
        largestPiece.accumulateAndGet(part.getChunk().size(), Math::max);
        if (part.getFileName().equals("refused")) {
          answer.onError(TrialFailures.of("state"));
        }
      }

      @Override
      public void onError(Throwable failure) {
        left.incrementAndGet();
      }

      @Override
      public void onCompleted() {
        answer.onNext(
            Thing.newBuilder()
                .setId(first == null ? "" : first.getId())
                .setTitle(first == null ? "" : first.getFileName())
                .setAmountFen(bytes)
                .addTags(Integer.toString(pieces))
                .build());
        answer.onCompleted();
      }
    };
  }

  @Override
  public void downloadThing(GetThingRequest request, StreamObserver<HttpBody> answer) {
    if (request.getId().equals("denied")) {
      answer.onError(TrialFailures.of("denied-absent"));
      return;
    }
    for (String part : List.of("%PDF-", "测试", "-end")) {
      answer.onNext(
          HttpBody.newBuilder()
              .setContentType(part.startsWith("%") ? "application/pdf" : "")
              .setData(ByteString.copyFromUtf8(part))
              .build());
      if (request.getId().equals("breaks")) {
        answer.onError(TrialFailures.of("bug"));
        return;
      }
    }
    answer.onCompleted();
  }

  @Override
  public StreamObserver<Thing> chat(StreamObserver<Thing> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(Thing thing) {
        if (thing.getTitle().equals("fail")) {
          answer.onError(TrialFailures.of("state"));
        } else {
          answer.onNext(thing.toBuilder().setTitle("re: " + thing.getTitle()).build());
        }
      }

      @Override
      public void onError(Throwable failure) {
        left.incrementAndGet();
      }

      @Override
      public void onCompleted() {
        answer.onCompleted();
      }
    };
  }

  @Override
  public void whisper(GetThingRequest request, StreamObserver<Thing> answer) {
    answer.onNext(Thing.getDefaultInstance());
    answer.onCompleted();
  }
}
