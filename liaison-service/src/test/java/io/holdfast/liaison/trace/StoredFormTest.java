package io.holdfast.liaison.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.mongo.StoredForms;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The stored form of traces with a hop in each state, against committed files. A change here is a
 * change of what old documents mean: {@code -Dholdfast.golden=write} writes the files anew, and the
 * difference is to be looked at.
 */
class StoredFormTest {
  @ParameterizedTest
  @EnumSource(HopState.Name.class)
  void eachHopStateIsStoredAsCommitted(HopState.Name state) throws IOException {
    isGolden("trace-" + state, Given.in(state));
  }

  @Test
  void aWholeWayIsStoredAsCommitted() throws IOException {
    var leg = new Leg("t1", 31, new PointCode(24, 0x0A141E), new PointCode(14, 4899));
    var border =
        Given.answer(
            HopCode.FOREIGN_GATEWAY,
            Given.record(Given.CALL, 5, 600, Given.CALLED, leg, Leg.UNKNOWN),
            Given.outside());
    var ip =
        new IpLeg(
            Given.name("192.0.2.1:5060"),
            "call-1",
            Given.name("测试主叫"),
            "测试网关",
            "测试机房",
            Given.name("测试租户"));
    var landing =
        new Answer(
            HopCode.LANDING,
            ExchangeRole.SOFTSWITCH,
            "99",
            "测试局",
            Given.record("t2"),
            null,
            ip,
            "",
            new Operator(Given.name("测试话务员"), Given.phone("")),
            Given.NOON,
            "");
    Trace trace =
        Given.then(
            Given.requested(
                20, Given.inside(Given.VICTIM_CARRIER), new Paper.Limit.Until(Given.NOON)),
            new TraceCommand.Approve("head"),
            new TraceCommand.RouteHop(1, Given.inside(Given.SECOND_CARRIER)),
            new TraceCommand.RecordPreservation(
                1,
                new Asked.Carrier(Given.SECOND_CARRIER),
                new Preservation(Given.NOON, "测试留存1号", Given.NOON)),
            Given.answering(1, Given.SECOND_CARRIER, border),
            new TraceCommand.AcknowledgeHop(2, Given.POLICE, "测2号", 5),
            new TraceCommand.AnswerHop(2, Given.POLICE, landing),
            new TraceCommand.RecordServer(
                new Server(
                    Given.name("192.0.2.1"),
                    "测试机房",
                    Given.name("测试租户"),
                    Given.name(""),
                    Given.NOON)),
            new TraceCommand.RecordSubjects(
                List.of(
                    new Subject(
                        Subject.Kind.BANK_ACCOUNT,
                        Given.phone("9990010000000007"),
                        Given.name("测试")))));
    isGolden("trace-whole", trace);
  }

  private static void isGolden(String name, Trace trace) throws IOException {
    assertThat(StoredForms.isGolden(name, trace))
        .doesNotContain(Given.CALLED, "000110", "测试民警", "测试联系人", "192.0.2.1", "9990010000000007");
  }
}
