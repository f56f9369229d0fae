package io.holdfast.kit.problem;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A refusal on its way to the caller. Its texts and metadata never hold a personal value. */
public final class Problem extends RuntimeException {
  /** The {@code domain} of every {@code google.rpc.ErrorInfo} of this project. */
  public static final String DOMAIN = "holdfast.io";

  private static final long serialVersionUID = 1;
  private static final String CHINESE = "zh-CN";

  /**
   * A field that broke a rule.
   *
   * @param field path in the request, e.g. {@code report.transfers[0].amountFen}
   * @param rule UPPER_SNAKE
   * @param zh what was found and what was expected, in Chinese, without repeating a personal value;
   *     empty where only the English is there
   * @param en the same in English
   */
  public record Violation(String field, String rule, String zh, String en) {
    /** One that is told in English alone. */
    public Violation(String field, String rule, String en) {
      this(field, rule, "", en);
    }
  }

  private final transient Reason reason;
  private final transient Map<String, String> metadata;
  private final transient List<Violation> violations;
  private final transient @Nullable Duration retryDelay;

  private Problem(
      Reason reason,
      Map<String, String> metadata,
      List<Violation> violations,
      @Nullable Duration retryDelay) {
    super(fill(reason.en(), metadata), null, false, false);
    this.reason = reason;
    this.metadata = metadata;
    this.violations = violations;
    this.retryDelay = retryDelay;
  }

  /** A refusal with its metadata as alternating keys and values. */
  public static Problem of(Reason reason, String... keysAndValues) {
    if (keysAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("keysAndValues: odd number (expected: pairs)");
    }
    var metadata = new LinkedHashMap<String, String>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      metadata.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Problem(reason, metadata, List.of(), null);
  }

  /** {@link KitReason#VALIDATION_FAILED} with the fields concerned. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(
        KitReason.VALIDATION_FAILED,
        Map.of("count", Integer.toString(violations.size())),
        List.copyOf(violations),
        null);
  }

  /** What {@code part} gives; a field that it refuses lies inside the caller's {@code field}. */
  public static <T> T within(String field, Supplier<T> part) {
    try {
      return part.get();
    } catch (Problem refused) {
      throw refused.renamed(path -> field + '.' + path);
    }
  }

  /** The same, its fields named as the caller knows them. */
  public Problem renamed(UnaryOperator<String> path) {
    return new Problem(
        reason,
        metadata,
        violations.stream()
            .map(each -> new Violation(path.apply(each.field()), each.rule(), each.zh(), each.en()))
            .toList(),
        retryDelay);
  }

  /** The same, telling the caller when to try again. */
  public Problem retryAfter(Duration delay) {
    return new Problem(reason, metadata, violations, delay);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The values the texts speak of. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The fields that broke a rule; empty for other reasons. */
  public List<Violation> violations() {
    return violations;
  }

  /**
   * As {@code google.rpc.Status} with {@code ErrorInfo}, {@code LocalizedMessage} and, where they
   * apply, more.
   */
  public StatusRuntimeException toStatus() {
    var status =
        com.google.rpc.Status.newBuilder()
            .setCode(reason.code().value())
            .setMessage(String.valueOf(getMessage()))
            .addDetails(pack(errorInfo()))
            .addDetails(pack(localized()));
    if (!violations.isEmpty()) {
      status.addDetails(pack(badRequest()));
    }
    Duration delay = retryDelay;
    if (delay != null) {
      status.addDetails(
          pack(
              RetryInfo.newBuilder()
                  .setRetryDelay(Durations.fromMillis(delay.toMillis()))
                  .build()));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  private ErrorInfo errorInfo() {
    return ErrorInfo.newBuilder()
        .setReason(reason.name())
        .setDomain(DOMAIN)
        .putAllMetadata(metadata)
        .build();
  }

  private LocalizedMessage localized() {
    return LocalizedMessage.newBuilder()
        .setLocale(CHINESE)
        .setMessage(fill(reason.zh(), metadata))
        .build();
  }

  private BadRequest badRequest() {
    var request = BadRequest.newBuilder();
    for (Violation violation : violations) {
      var field =
          request
              .addFieldViolationsBuilder()
              .setField(violation.field())
              .setReason(violation.rule())
              .setDescription(violation.en());
      if (!violation.zh().isEmpty()) {
        field.setLocalizedMessage(
            LocalizedMessage.newBuilder().setLocale(CHINESE).setMessage(violation.zh()));
      }
    }
    return request.build();
  }

  private static Any pack(Message detail) {
    return Any.pack(detail);
  }

  private static String fill(String template, Map<String, String> metadata) {
    String text = template;
    for (var entry : metadata.entrySet()) {
      text = text.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    return text;
  }
}
