package io.holdfast.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.holdfast.kit.value.Personal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {
  private static final long CARD = 6222000000000000000L;

  private final Logger logger = context().getLogger("io.holdfast.test");
  private final JsonLines encoder = new JsonLines();

  @Test
  void oneLineOneObject() {
    String line = line(event("hello\n\"{}\"", null, "world"));
    assertThat(line).endsWith("}\n");
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    assertThat(json.get("message").getAsString()).isEqualTo("hello\n\"world\"");
    assertThat(json.get("level").getAsString()).isEqualTo("WARN");
    assertThat(json.get("logger").getAsString()).isEqualTo("io.holdfast.test");
    assertThat(json.get("time").getAsString()).endsWith("Z");
    assertThat(json.has("traceId")).isFalse();
  }

  @Test
  void argumentsOfEveryTypeAreMasked() {
    for (Object argument :
        new Object[] {
          CARD,
          "6222000000000000000",
          List.of(CARD),
          Map.of("card", CARD),
          new StringBuilder("6222000000000000000"),
          Personal.of(Personal.Kind.TEXT, "6222000000000000000"),
          new int[] {1}
        }) {
      assertThat(line(event("value {}", null, argument))).doesNotContain("622200000000");
    }
  }

  @Test
  void keyValuesOfEveryTypeAreMasked() {
    LoggingEvent event = event("x", null);
    event.setKeyValuePairs(
        List.of(
            new KeyValuePair("long", CARD),
            new KeyValuePair("text", "13800000000"),
            new KeyValuePair("double", 6.222e18),
            new KeyValuePair("mail", "someone@example.org"),
            new KeyValuePair("uuid", new UUID(1, 2))));
    String line = line(event);
    assertThat(line)
        .doesNotContain("622200")
        .doesNotContain("13800000000")
        .doesNotContain("example.org");
    assertThat(JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("values").keySet())
        .containsExactly("long", "text", "double", "mail", "uuid");
  }

  @Test
  void errorsAreMaskedWithTheirCauses() {
    var cause = new IllegalStateException("for 13800000000");
    String line = line(event("x", new IllegalArgumentException("card " + CARD, cause)));
    assertThat(line)
        .contains("IllegalArgumentException: card ***")
        .contains("caused by java.lang.IllegalStateException: for ***")
        .contains("JsonLinesTest");
  }

  @Test
  void traceIdsStayWhole() {
    LoggingEvent event = event("x", null);
    event.setMDCPropertyMap(Map.of("traceId", "0af7651916cd43dd8448eb211c803199"));
    assertThat(line(event)).contains("\"traceId\":\"0af7651916cd43dd8448eb211c803199\"");
    event = event("x", null);
    event.setMDCPropertyMap(Map.of("traceId", "13800000000"));
    assertThat(line(event)).doesNotContain("13800000000");
  }

  @Test
  void endlessTextsAreCut() {
    assertThat(line(event("{}", null, "ab ".repeat(10_000)))).hasSizeLessThan(9_000);
  }

  private LoggingEvent event(String message, @Nullable Throwable thrown, Object... arguments) {
    return new LoggingEvent("fqcn", logger, Level.WARN, message, thrown, arguments);
  }

  private static LoggerContext context() {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    return context;
  }

  private String line(LoggingEvent event) {
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }
}
