package io.holdfast.gateway.problem;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The one place where a failure becomes an RFC 9457 problem. */
public final class Problems {
  /** What a caller without access reads, of a foreign thing and of one that does not exist. */
  private static final String ACCESS_DENIED = "ACCESS_DENIED";

  private static final JsonFactory JSON = new JsonFactory();

  private Problems() {}

  /**
   * The problem of a failure.
   *
   * @param chineseWanted whether the caller reads Chinese rather than English
   */
  public static Problem of(Throwable failure, boolean chineseWanted) {
    return switch (failure) {
      case Refusal refusal -> refusal.problem(chineseWanted);
      case StatusRuntimeException _, StatusException _ -> ofStatus(failure, chineseWanted);
      case DataBufferLimitException _ ->
          Refusal.of(Refusal.Reason.BODY_TOO_LARGE).problem(chineseWanted);
      case ResponseStatusException answer ->
          Refusal.of(ofHttp(answer.getStatusCode().value())).problem(chineseWanted);
      default -> Refusal.of(Refusal.Reason.INTERNAL).problem(chineseWanted);
    };
  }

  /** HTTP status of a gRPC code. */
  public static int http(Status.Code code) {
    return switch (code) {
      case OK -> 200;
      case CANCELLED -> 499;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
    };
  }

  /**
   * The problem as JSON. An `ACCESS_DENIED` names neither the address nor the trace, so that the
   * answers for a foreign thing and for one that does not exist are the same bytes.
   *
   * @param instance the path asked for; empty where it could not be read
   * @param traceId empty where there is none
   */
  public static byte[] json(Problem problem, String instance, String traceId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("type", "/problems/" + kebab(problem.reason()));
      json.writeStringProperty("title", title(problem.reason()));
      json.writeNumberProperty("status", problem.status());
      if (problem.detail() != null) {
        json.writeStringProperty("detail", problem.detail());
      }
      boolean denied = problem.reason().equals(ACCESS_DENIED);
      if (!denied && !instance.isEmpty()) {
        json.writeStringProperty("instance", instance);
      }
      json.writeStringProperty("reason", problem.reason());
      if (!problem.metadata().isEmpty()) {
        json.writeObjectPropertyStart("metadata");
        new TreeMap<>(problem.metadata()).forEach(json::writeStringProperty);
        json.writeEndObject();
      }
      if (!problem.violations().isEmpty()) {
        json.writeArrayPropertyStart("violations");
        for (Problem.Violation violation : problem.violations()) {
          json.writeStartObject();
          json.writeStringProperty("field", violation.field());
          json.writeStringProperty("rule", violation.rule());
          json.writeStringProperty("detail", violation.detail());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      if (!denied && !traceId.isEmpty()) {
        json.writeStringProperty("traceId", traceId);
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static Problem ofStatus(Throwable failure, boolean chineseWanted) {
    Status status = Status.fromThrowable(failure);
    int http = http(status.getCode());
    com.google.rpc.@Nullable Status details = StatusProto.fromThrowable(failure);
    if (http == 500) {
      return new Problem(500, Refusal.Reason.INTERNAL.name(), null);
    }
    String reason = unnamed(status.getCode());
    String detail = status.getDescription();
    Map<String, String> metadata = Map.of();
    List<Problem.Violation> violations = List.of();
    Duration retryAfter = http == 503 ? Duration.ofSeconds(1) : null;
    boolean named = false;
    for (Any any : details == null ? List.<Any>of() : details.getDetailsList()) {
      try {
        if (any.is(ErrorInfo.class)) {
          ErrorInfo info = any.unpack(ErrorInfo.class);
          named = true;
          reason = info.getReason();
          metadata = info.getMetadataMap();
        } else if (any.is(LocalizedMessage.class)) {
          LocalizedMessage message = any.unpack(LocalizedMessage.class);
          if (chineseWanted && message.getLocale().startsWith("zh")) {
            detail = message.getMessage();
          }
        } else if (any.is(BadRequest.class)) {
          violations = violations(any.unpack(BadRequest.class), chineseWanted);
        } else if (any.is(RetryInfo.class)) {
          retryAfter = Duration.ofSeconds(any.unpack(RetryInfo.class).getRetryDelay().getSeconds());
        }
      } catch (InvalidProtocolBufferException e) {
        // A detail that cannot be read tells the caller nothing; the rest of the status still does.
        continue;
      }
    }
    if (!named) {
      // Not a service's own word but the transport's: its text names hosts and sockets.
      detail = gatewayText(status.getCode(), detail, chineseWanted);
    }
    if (reason.equals(ACCESS_DENIED)) {
      metadata = Map.of();
    }
    return new Problem(http, reason, detail, metadata, violations, retryAfter);
  }

  private static @Nullable String gatewayText(
      Status.Code code, @Nullable String detail, boolean chineseWanted) {
    return switch (code) {
      case UNAVAILABLE -> Refusal.Reason.SERVICE_UNAVAILABLE.text(chineseWanted);
      case DEADLINE_EXCEEDED -> Refusal.Reason.SERVICE_TIMEOUT.text(chineseWanted);
      case OK,
          CANCELLED,
          INVALID_ARGUMENT,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          NOT_FOUND,
          ALREADY_EXISTS,
          ABORTED,
          RESOURCE_EXHAUSTED,
          UNIMPLEMENTED,
          UNKNOWN,
          INTERNAL,
          DATA_LOSS ->
          detail;
    };
  }

  private static String unnamed(Status.Code code) {
    return switch (code) {
      case UNAVAILABLE -> Refusal.Reason.SERVICE_UNAVAILABLE.name();
      case DEADLINE_EXCEEDED -> Refusal.Reason.SERVICE_TIMEOUT.name();
      case PERMISSION_DENIED -> ACCESS_DENIED;
      case OK,
          CANCELLED,
          INVALID_ARGUMENT,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          UNAUTHENTICATED,
          NOT_FOUND,
          ALREADY_EXISTS,
          ABORTED,
          RESOURCE_EXHAUSTED,
          UNIMPLEMENTED,
          UNKNOWN,
          INTERNAL,
          DATA_LOSS ->
          code.name();
    };
  }

  private static Refusal.Reason ofHttp(int status) {
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      if (reason.status() == status && status >= 404) {
        return reason;
      }
    }
    return status >= 500 ? Refusal.Reason.INTERNAL : Refusal.Reason.REQUEST_INVALID;
  }

  private static List<Problem.Violation> violations(BadRequest bad, boolean chineseWanted) {
    List<Problem.Violation> violations = new ArrayList<>();
    for (BadRequest.FieldViolation each : bad.getFieldViolationsList()) {
      boolean translated =
          chineseWanted
              && each.hasLocalizedMessage()
              && each.getLocalizedMessage().getLocale().startsWith("zh");
      violations.add(
          new Problem.Violation(
              each.getField(),
              each.getReason(),
              translated ? each.getLocalizedMessage().getMessage() : each.getDescription()));
    }
    return List.copyOf(violations);
  }

  /** Whether an Accept-Language header asks for Chinese before English. */
  public static boolean chineseWanted(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return false;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
          return true;
        }
        if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
          return false;
        }
      }
      return false;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String kebab(String reason) {
    return reason.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String title(String reason) {
    String words = reason.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
