package io.holdfast.kit.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: time, level, logger, thread, trace, message, key-values, error; every
 * text masked.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final int FRAMES_MAX = 60;
  private static final int CAUSES_MAX = 8;
  private static final int TEXT_MAX = 8_000;
  private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var line = new StringWriter();
    try (var json = new JsonWriter(line)) {
      json.beginObject();
      json.name("time").value(event.getInstant().toString());
      json.name("level").value(event.getLevel().toString());
      json.name("logger").value(event.getLoggerName());
      json.name("thread").value(masked(event.getThreadName()));
      trace(json, event);
      json.name("message").value(masked(event.getFormattedMessage()));
      values(json, event);
      IThrowableProxy error = event.getThrowableProxy();
      if (error != null) {
        json.name("error").value(masked(error(error)));
      }
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void trace(JsonWriter json, ILoggingEvent event) throws IOException {
    String id = event.getMDCPropertyMap().getOrDefault("traceId", Tracing.traceId());
    if (TRACE_ID.matcher(id).matches()) {
      json.name("traceId").value(id);
    }
  }

  private static void values(JsonWriter json, ILoggingEvent event) throws IOException {
    if (event.getKeyValuePairs() == null) {
      return;
    }
    json.name("values").beginObject();
    for (KeyValuePair pair : event.getKeyValuePairs()) {
      // Numbers go through the net too: a card number may come as a long.
      json.name(pair.key).value(masked(String.valueOf(pair.value)));
    }
    json.endObject();
  }

  private static String error(IThrowableProxy error) {
    var text = new StringBuilder();
    IThrowableProxy one = error;
    for (int depth = 0; one != null && depth < CAUSES_MAX; depth++) {
      text.append(depth == 0 ? "" : "caused by ").append(one.getClassName());
      text.append(": ").append(one.getMessage()).append('\n');
      StackTraceElementProxy[] frames = one.getStackTraceElementProxyArray();
      for (int i = 0; frames != null && i < Math.min(frames.length, FRAMES_MAX); i++) {
        text.append("  ").append(frames[i].getSTEAsString()).append('\n');
      }
      one = one.getCause();
    }
    return text.toString();
  }

  private static String masked(@Nullable String text) {
    if (text == null) {
      return "";
    }
    // Masked before it is cut, so that a cut cannot hide a number's length from the net.
    String masked = Mask.text(text);
    return masked.length() <= TEXT_MAX ? masked : masked.substring(0, TEXT_MAX) + "…";
  }
}
