package io.holdfast.liaison.alarm.http;

import java.net.URI;

/**
 * Where messages go.
 *
 * @param url the gateway's address ({@code HOLDFAST_PAGER_URL})
 * @param secret sent in a header ({@code HOLDFAST_PAGER_SECRET}); may be empty
 * @param channel what the gateway is asked for: {@code sms} or {@code voice} ({@code
 *     HOLDFAST_PAGER_CHANNEL})
 */
public record PagerSettings(URI url, String secret, String channel) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "PagerSettings[" + url + ", " + channel + "]";
  }
}
