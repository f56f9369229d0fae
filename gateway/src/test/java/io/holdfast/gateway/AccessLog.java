package io.holdfast.gateway;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What the access log is told while this is open. */
final class AccessLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Queue<String> reasons = new ConcurrentLinkedQueue<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("access");

  private AccessLog() {}

  static AccessLog listen() {
    AccessLog log = new AccessLog();
    log.start();
    log.logger.addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals("reason"))
        .forEach(pair -> reasons.add(String.valueOf(pair.value)));
  }

  /** Whether some line bore the reason. */
  boolean tells(String reason) {
    return reasons.contains(reason);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    stop();
  }
}
