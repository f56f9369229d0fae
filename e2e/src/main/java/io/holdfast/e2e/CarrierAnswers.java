package io.holdfast.e2e;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.Person;
import java.time.Instant;
import java.util.Map;

/**
 * What carriers answer about one call. Their exchanges' clocks are ahead; their records agree.
 *
 * @param reader who may look carriers up
 * @param call when it began, by the true time
 * @param seconds how long it lasted, as the victim has it
 * @param called the victim's number, without country code
 */
record CarrierAnswers(Person reader, Instant call, int seconds, String called) {
  private static final int AHEAD_SECONDS = 40;

  /** Exchanges count the ringing too. */
  private static final int LONGER_SECONDS = 3;

  /** The exchange that the call came in from, and the one it went to. */
  private static final String OPC = "10-20-31";

  private static final String DPC = "10-20-30";

  /**
   * It came in from another carrier.
   *
   * @param code that carrier's in the directory
   * @param cic the circuit it came in on
   * @param outgoing the leg it left by; empty where the victim's exchange is the last
   */
  Map<String, Object> upstream(String code, int cic, Map<String, Object> outgoing) {
    return Map.of(
        "code",
        "UPSTREAM",
        "role",
        "PROVINCE_GATEWAY",
        "record",
        record(leg(cic, "测试来话群" + cic), outgoing),
        "upstream",
        Map.of("institution", Directory.id(reader, "code", code), "exchange", "测试关口局"));
  }

  /** It entered the network at a customer's voice gateway behind a leased line. */
  Map<String, Object> landing(int cic) {
    return Map.of(
        "code",
        "LANDING",
        "role",
        "CUSTOMER",
        "record",
        record(Map.of("trunkGroup", "测试语音专线"), leg(cic, "测试去话群")),
        "ipLeg",
        Map.of(
            "serverAddress", "192.0.2.7:5060",
            "gateway", "测试语音网关",
            "tenant", "测试租户公司"));
  }

  /** One side of an exchange. */
  static Map<String, Object> leg(int cic, String trunkGroup) {
    return Map.of(
        "trunkGroup",
        trunkGroup,
        "cic",
        cic,
        "opc",
        Map.of("text", OPC),
        "dpc",
        Map.of("text", DPC, "bits", 24));
  }

  private Map<String, Object> record(Map<String, Object> incoming, Map<String, Object> outgoing) {
    return Map.of(
        "startTime",
        call.plusSeconds(AHEAD_SECONDS + 2L).toString(),
        "clockOffsetSeconds",
        AHEAD_SECONDS,
        "durationSeconds",
        seconds + LONGER_SECONDS,
        "calledNumber",
        "0086" + called,
        "callingNumberReceived",
        "09990000110",
        "incoming",
        incoming,
        "outgoing",
        outgoing);
  }
}
