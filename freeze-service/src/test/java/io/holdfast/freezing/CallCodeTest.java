package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.STATION_PHONE;
import static io.holdfast.freezing.Phoning.asking;
import static io.holdfast.freezing.Phoning.heard;
import static io.holdfast.freezing.Phoning.opening;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.StoredForms;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.CallCodesGrpc;
import io.holdfast.proto.freezing.v1.CallerProof;
import io.holdfast.proto.freezing.v1.CheckedCallCode;
import io.holdfast.proto.freezing.v1.IssuedCallCode;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.WrongCallCodes;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code that an officer reads out, from its showing to the one check it is good for. */
class CallCodeTest extends OnBench {
  @Test
  void readOutAndCheckedOnce() {
    var phoning = new Phoning(bench);
    IssuedCallCode shown = phoning.officerCodes().issueCallCode(asking("i1"));
    assertThat(shown.getCode()).matches("[0-9]{8}");
    assertThat(phoning.officerCodes().issueCallCode(asking("i1")))
        .as("a repeated request shows the same code")
        .isEqualTo(shown);
    assertThat(phoning.officerCodes().issueCallCode(asking("i2")).getCode())
        .isNotEqualTo(shown.getCode());
    var stopped = opening("o1").setCallCode(shown.getId());
    assertThat(reason(() -> phoning.bank().openPhonedStop(stopped.build())))
        .as("not checked yet")
        .isEqualTo("CALL_CODE_NOT_USABLE");

    CheckedCallCode checked =
        phoning.bankCodes("li").checkCallCode(heard(spoken(shown.getCode()), "c1"));
    assertThat(checked.getCallCode()).isEqualTo(shown.getId());
    assertThat(checked.getOfficerName()).isEqualTo("测试wang");
    assertThat(checked.getOfficerNumber()).isEqualTo("999001");
    assertThat(checked.getStation()).isEqualTo(STATION);
    assertThat(checked.getStationName()).isEqualTo("测试派出所");
    assertThat(checked.getStationPhone()).isEqualTo(STATION_PHONE);
    assertThat(phoning.bankCodes("li").checkCallCode(heard(spoken(shown.getCode()), "c1")))
        .as("a repeated request gets the first answer")
        .isEqualTo(checked);
    assertThat(reason(() -> phoning.bankCodes("li").checkCallCode(heard(shown.getCode(), "c2"))))
        .as("used up")
        .isEqualTo("CALL_CODE_WRONG");

    StopOrder born = phoning.bank().openPhonedStop(stopped.build());
    assertThat(born.getOralNotices(0).getProof()).isEqualTo(CallerProof.BY_CALL_CODE);
    assertThat(born.getOralNotices(0).getCallCode()).isEqualTo(shown.getId());
    assertThat(born.getOralNotices(0).getCaller().getName())
        .as("whoever he said he was, it is the officer to whom the code was shown")
        .isEqualTo("测试wang");
    var another = opening("o2").setCallCode(shown.getId());
    another.getCallerBuilder().setOfficerNumber("111111");
    assertThat(reason(() -> phoning.bank().openPhonedStop(another.build())))
        .isEqualTo("CALL_CODE_NOT_USABLE");
  }

  @Test
  void boundToBankAccountAndAmountForFiveMinutes() {
    var phoning = new Phoning(bench);
    IssuedCallCode shown = phoning.officerCodes().issueCallCode(asking("i1"));
    var elsewhere =
        CallCodesGrpc.newBlockingStub(
            bench.channel(TestTokens.person("x", OTHER_BANK, REGION, Role.BANK_LIAISON)));
    assertThat(reason(() -> elsewhere.checkCallCode(heard(shown.getCode(), "c0"))))
        .isEqualTo("CALL_CODE_WRONG");
    var amount = heard(shown.getCode(), "c1").toBuilder().setAmountFen(5_000_001).build();
    var account =
        heard(shown.getCode(), "c2").toBuilder().setAccountNumber("9990010000000008").build();
    for (var wrong : List.of(amount, account)) {
      assertThat(reason(() -> phoning.bankCodes("li").checkCallCode(wrong)))
          .isEqualTo("CALL_CODE_WRONG");
    }
    bench.clock.advance(Duration.ofMinutes(5));
    assertThat(reason(() -> phoning.bankCodes("zhao").checkCallCode(heard(shown.getCode(), "c3"))))
        .isEqualTo("CALL_CODE_WRONG");
    assertThat(
            reason(
                () ->
                    phoning
                        .officerCodes()
                        .issueCallCode(asking("i3").toBuilder().setBank(STATION).build())))
        .isEqualTo("INSTITUTION_UNKNOWN");
  }

  @Test
  void wrongCodesAreLimitedAndTheBankIsAlarmed() {
    var phoning = new Phoning(bench);
    IssuedCallCode shown = phoning.officerCodes().issueCallCode(asking("i1"));
    for (int i = 0; i < 5; i++) {
      String request = "w" + i;
      assertThat(reason(() -> phoning.bankCodes("li").checkCallCode(heard("00000000", request))))
          .isEqualTo("CALL_CODE_WRONG");
    }
    assertThat(reason(() -> phoning.bankCodes("li").checkCallCode(heard(shown.getCode(), "c1"))))
        .as("even the right one, now")
        .isEqualTo("CALL_CODE_TRIES_EXHAUSTED");
    Eventually.holds("alarmed", () -> alarms().equals(List.of(5)));
    assertThat(phoning.bankCodes("zhao").checkCallCode(heard(shown.getCode(), "c2")).getStation())
        .as("his colleague is not held up")
        .isEqualTo(STATION);
    bench.clock.advance(Duration.ofMinutes(15));
    Eventually.holds("over", () -> alarms().equals(List.of(5, 0)));
    IssuedCallCode next = phoning.officerCodes().issueCallCode(asking("i2"));
    assertThat(phoning.bankCodes("li").checkCallCode(heard(next.getCode(), "c3")).getStation())
        .isEqualTo(STATION);
  }

  @Test
  void theCodeStandsNowhere() {
    var phoning = new Phoning(bench);
    IssuedCallCode shown = phoning.officerCodes().issueCallCode(asking("i1"));
    phoning.bankCodes("li").checkCallCode(heard(shown.getCode(), "c1"));
    assertThat(reason(() -> phoning.bankCodes("li").checkCallCode(heard(shown.getCode(), "c2"))))
        .isEqualTo("CALL_CODE_WRONG");
    List<String> stored =
        List.of(
            StoredForms.document(store, "call_codes", shown.getId()),
            StoredForms.document(
                store, "call_code_tries", Ids.derived("call-code-tries", BANK, "sub-li")));
    for (String document : stored) {
      assertThat(document)
          .isNotEmpty()
          .doesNotContain(shown.getCode())
          .doesNotContain(FreezeBench.ACCOUNT);
    }
    assertThat(bench.server.audit().toString())
        .doesNotContain(shown.getCode())
        .doesNotContain(FreezeBench.ACCOUNT);
  }

  private static String spoken(String code) {
    return code.substring(0, 4) + ' ' + code.substring(4);
  }

  private List<Integer> alarms() {
    return bench.outlets.to(Receiver.LIAISON_SERVICE).stream()
        .filter(event -> event.getData().is(WrongCallCodes.class))
        .map(
            event -> {
              try {
                return event.getData().unpack(WrongCallCodes.class).getCount();
              } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                throw new AssertionError(e);
              }
            })
        .distinct()
        .toList();
  }
}
