package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Mistakes undone: before the bank has acted, after it, and by asking again for the right account.
 */
@Order(9)
final class WayBackIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The policy's, in the demonstration. */
  private static final int CORRECTIONS = 3;

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("qian.bank");

  @Test
  void anOrderIsRecalledBeforeTheBankActs() {
    String order = sent(Reports.account(1));
    Reply recalled =
        officer.post(Reports.path(order, ":recall"), Script.request("reason", "测试：账号录错")).ok();
    assertThat(recalled.text("state")).isEqualTo("RECALLED");
    Waiting.until(
        "nothing to answer on the bank's desk",
        PATIENCE,
        () -> !DeskTasks.has(bank, "LIAISON_DESK", "ANSWER_STOP", "stopOrders/" + order));
    assertThat(bank.post(Reports.path(order, ":acknowledge"), Script.request()).reason())
        .isEqualTo("STOP_WRONG_STATE");
    confirmLift(order);
  }

  @Test
  void aStopOnTheWrongManIsReleasedAndItsLiftConfirmed() {
    String payee = Reports.account(1);
    String order = sent(payee);
    Reports.stop(bank, order, payee, 1_000_000).ok();
    assertThat(
            officer
                .post(Reports.path(order, ":recall"), Script.request("reason", "测试：止付有误"))
                .reason())
        .as("what was done is released, not recalled")
        .isEqualTo("STOP_WRONG_STATE");
    Reply released =
        officer.post(Reports.path(order, ":release"), Script.request("reason", "测试：止付有误")).ok();
    assertThat(released.text("state")).isEqualTo("RELEASED");
    confirmLift(order);
  }

  @Test
  void aMismatchNamesTheFieldAloneAndIsCorrectedThreeTimesAtMost() {
    String order = sent(Reports.account(1));
    mismatch(order);
    Reply mismatched = officer.get(Reports.path(order, "")).ok();
    assertThat(mismatched.text("answer.mismatchedField")).isEqualTo("name");
    assertThat(officer.post(Reports.path(order, ":correct"), named("测试收款人")).reason())
        .as("the same again is no correction")
        .isEqualTo("CORRECTION_CHANGES_NOTHING");
    for (int correction = 1; correction <= CORRECTIONS; correction++) {
      order = corrected(order, "测试收款人" + correction);
      mismatch(order);
    }
    assertThat(officer.post(Reports.path(order, ":correct"), named("测试收款人九")).reason())
        .as("nobody guesses an account's holder")
        .isEqualTo("STOP_CORRECTIONS_EXHAUSTED");
  }

  @Test
  void aMismatchUsesUpNoStopOfTheAccount() {
    String payee = Reports.account(1);
    String order = sent(payee);
    mismatch(order);
    String again = corrected(order, "测试收款人甲");
    Reply stopped = Reports.stop(bank, again, payee, "测试收款人甲", 0).ok();
    assertThat(stopped.text("ordinal")).isEqualTo("FIRST");
  }

  private String sent(String payee) {
    Reply filed =
        Waiting.patiently(PATIENCE, () -> Reports.file(officer, Reports.uuid(), payee).ok());
    String order = Reports.order(filed, 0);
    Waiting.until("on the desk", PATIENCE, () -> bank.get(Reports.path(order, "")).status() == 200);
    return order;
  }

  /** The order sent again for this holder, when it is there. */
  private String corrected(String order, String accountName) {
    Reply mended = officer.post(Reports.path(order, ":correct"), named(accountName)).ok();
    String again = mended.text("correctedByStopOrder");
    Waiting.until("sent again", PATIENCE, () -> bank.get(Reports.path(again, "")).status() == 200);
    assertThat(officer.get(Reports.path(again, "")).ok().text("correctsStopOrder"))
        .isEqualTo(order);
    return again;
  }

  private void mismatch(String order) {
    bank.post(Reports.path(order, ":acknowledge"), Script.request()).ok();
    bank.post(Reports.path(order, ":recordMismatch"), Script.request("field", "name")).ok();
  }

  private void confirmLift(String order) {
    Waiting.until(
        "the bank owes its word",
        PATIENCE,
        () -> DeskTasks.has(bank, "LIAISON_DESK", "CONFIRM_LIFT", "stopOrders/" + order));
    Reply confirmed = bank.post(Reports.path(order, ":confirmLift"), Script.request()).ok();
    assertThat(confirmed.text("lift.state")).isEqualTo("LIFT_CONFIRMED");
    Waiting.until(
        "nothing is owed any more",
        PATIENCE,
        () -> !DeskTasks.has(bank, "LIAISON_DESK", "CONFIRM_LIFT", "stopOrders/" + order));
  }

  private static Map<String, Object> named(String accountName) {
    return Script.request("payee", Map.of("accountName", accountName));
  }
}
