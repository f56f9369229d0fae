package io.holdfast.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown where the gateway itself turns a request away. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the gateway itself refuses. */
  public enum Reason {
    TOKEN_MISSING(401, "A bearer token is needed.", "需要提供访问令牌。"),
    TOKEN_INVALID(401, "The token is not one this system accepts.", "访问令牌无效。"),
    TOKEN_EXPIRED(401, "The token has expired.", "访问令牌已过期。"),
    KEYS_UNKNOWN(503, "The token issuer's keys are not known yet.", "尚未取得令牌签发方的公钥，请稍后再试。"),
    REQUEST_INVALID(400, "The request does not fit the contract.", "请求内容不符合接口约定。"),
    PERSONAL_IN_URL(
        400, "Personal data never goes into a URL; send it in the body.", "个人信息不得放入网址，请放在请求体中。"),
    ROUTE_UNKNOWN(404, "There is nothing at this address.", "该地址不存在。"),
    METHOD_NOT_ALLOWED(405, "This address has other methods.", "该地址不支持此请求方法。"),
    BODY_TOO_LARGE(413, "The body is larger than allowed.", "请求体超过允许的大小。"),
    URI_TOO_LONG(414, "The address is longer than allowed.", "网址超过允许的长度。"),
    MEDIA_TYPE_UNSUPPORTED(415, "The body must be application/json.", "请求体须为 application/json。"),
    RATE_LIMITED(429, "Too many requests; wait and ask again.", "请求过于频繁，请稍后再试。"),
    STREAMS_LIMITED(429, "Too many open streams for this caller.", "该用户打开的数据流过多。"),
    GATEWAY_BUSY(503, "The gateway is busy; ask again.", "网关繁忙，请稍后再试。"),
    SERVICE_UNAVAILABLE(503, "The service does not answer; ask again.", "服务暂不可用，请稍后再试。"),
    SERVICE_TIMEOUT(504, "The service did not answer in time.", "服务未在时限内应答。"),
    SLOW_READER(408, "The stream was read too slowly; resume it.", "数据流读取过慢，请从断点继续。"),
    INTERNAL(500, null, null);

    private final int status;
    private final @Nullable String english;
    private final @Nullable String chinese;

    Reason(int status, @Nullable String english, @Nullable String chinese) {
      this.status = status;
      this.english = english;
      this.chinese = chinese;
    }

    /** The HTTP status of this reason. */
    public int status() {
      return status;
    }

    /** What it tells the caller; null where it must not tell. */
    public @Nullable String text(boolean chineseWanted) {
      return chineseWanted ? chinese : english;
    }
  }

  private final Reason reason;
  private final transient Map<String, String> metadata;
  private final transient List<Problem.Violation> violations;
  private final @Nullable Duration retryAfter;

  /** A refusal with everything that can be said of it. */
  public Refusal(
      Reason reason,
      Map<String, String> metadata,
      List<Problem.Violation> violations,
      @Nullable Duration retryAfter) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.metadata = metadata;
    this.violations = violations;
    this.retryAfter = retryAfter;
  }

  /** A refusal that its reason says whole. */
  public static Refusal of(Reason reason) {
    return new Refusal(reason, Map.of(), List.of(), null);
  }

  /** A refusal after which waiting helps. */
  public static Refusal retry(Reason reason, Duration retryAfter) {
    return new Refusal(reason, Map.of(), List.of(), retryAfter);
  }

  /** One field that does not fit. */
  public static Refusal field(String field, String rule, String detail) {
    return new Refusal(
        Reason.REQUEST_INVALID,
        Map.of(),
        List.of(new Problem.Violation(field, rule, detail)),
        null);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** When asking again may help. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  Problem problem(boolean chineseWanted) {
    return new Problem(
        reason.status(),
        reason.name(),
        reason.text(chineseWanted),
        metadata,
        violations,
        retryAfter);
  }
}
