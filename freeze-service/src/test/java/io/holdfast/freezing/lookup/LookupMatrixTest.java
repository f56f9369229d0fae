package io.holdfast.freezing.lookup;

import static io.holdfast.freezing.lookup.Asking.NOON;
import static io.holdfast.freezing.lookup.Asking.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.lookup.LookupAnswer.Why;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.kit.value.Personal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every state meets every command: {@code -} is refused, {@code =} leaves the state. */
class LookupMatrixTest {
  private static final String TABLE =
      """
      .                    ISSUED       SENT         ACKNOWLEDGED TOLD      PASSED_ON UNABLE    RECALLED
      Acknowledge          ACKNOWLEDGED ACKNOWLEDGED =            -         -         -         -
      Answer               -            -            TOLD         -         -         -         -
      Correct              -            -            -            PASSED_ON =         PASSED_ON -
      Route                -            -            -            -         -         -         -
      RecordConsent        =            =            =            =         =         =         -
      Recall               RECALLED     RECALLED     RECALLED     -         -         RECALLED  -
      WithdrawMistaken     RECALLED     RECALLED     RECALLED     RECALLED  RECALLED  RECALLED  =
      FollowOnward         -            -            -            -         -         -         -
      Settle               =            =            =            =         =         =         =
      ConfirmSecondOfficer =            =            =            =         =         =         =
      FireClocks           =            =            =            =         =         =         =
      """;

  @Test
  void everyStateMeetsEveryCommandAsTheTableSays() {
    String[] lines = TABLE.split("\n");
    List<String> states = List.of(lines[0].trim().split("\\s+"));
    var told = new TreeSet<String>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String[] cells = line.trim().split("\\s+");
      told.add(cells[0]);
      for (int i = 1; i < cells.length; i++) {
        AccountQuery query = Asking.in(LookupStateName.valueOf(states.get(i)));
        LookupCommand command = commands().get(cells[0]);
        assertThat(command).as(cells[0]).isNotNull();
        assertThat(outcome(query, command))
            .as(states.get(i) + " with " + cells[0])
            .isEqualTo(cells[i]);
      }
    }
    Set<String> all =
        Arrays.stream(LookupCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(told).as("the table knows every command").isEqualTo(new TreeSet<>(all));
    assertThat(states).hasSize(1 + LookupStateName.values().length);
  }

  @Test
  void whatStandsBesideTheStateDecidesToo() {
    AccountQuery notOurs = then(Asking.acknowledged(), Asking.unable(Why.PAYER_NOT_OURS), NOON);
    assertThat(outcome(notOurs, Asking.route("bank-b", NOON))).isEqualTo("ISSUED");
    assertThat(outcome(Asking.unrouted(), Asking.route("bank-b", NOON))).isEqualTo("=");
    assertThat(outcome(Asking.unrouted(), new LookupCommand.Acknowledge())).isEqualTo("-");
    AccountQuery asked =
        then(
            then(notOurs, Asking.route("bank-b", NOON), NOON),
            new LookupCommand.Acknowledge(),
            NOON);
    AccountQuery again = then(asked, Asking.unable(Why.PAYER_NOT_OURS), NOON);
    assertThat(again.notTheirs()).containsExactly("bank-a");
    assertThat(outcome(again, Asking.route("bank-a", NOON))).as("never asked again").isEqualTo("-");

    AccountQuery want = then(Asking.acknowledged(), Asking.unable(Why.CONSENT_MISSING), NOON);
    AccountQuery reasked = then(want, new LookupCommand.RecordConsent(), NOON.plusSeconds(60));
    assertThat(reasked.state().name()).isEqualTo(LookupStateName.ISSUED);
    assertThat(reasked.destination().bank()).as("the same one").isEqualTo("bank-a");
    assertThat(reasked.notTheirs()).isEmpty();
    AccountQuery taken = then(reasked, new LookupCommand.Acknowledge(), NOON.plusSeconds(61));
    assertThat(outcome(taken, Asking.unable(Why.CONSENT_MISSING))).isEqualTo("-");

    AccountQuery onward = then(Asking.acknowledged(), Asking.onward("测试支付"), NOON);
    AccountQuery held =
        then(
            onward,
            new LookupCommand.Settle(1, new LookupNext.HeldBack(LookupNext.Bound.STEPS)),
            NOON);
    assertThat(then(held, new LookupCommand.FollowOnward("仍需查"), NOON).next())
        .isEqualTo(new LookupNext.Following(true));
    assertThat(outcome(Asking.acknowledged(), Asking.told("6222****0007"))).isEqualTo("-");
    assertThat(outcome(Asking.acknowledged(), Asking.onward(" "))).isEqualTo("-");
  }

  private static Map<String, LookupCommand> commands() {
    var commands = new LinkedHashMap<String, LookupCommand>();
    List.of(
            new LookupCommand.Acknowledge(),
            Asking.told("9990010000000007"),
            Asking.correct(Asking.onward("测试支付")),
            Asking.route("bank-b", NOON),
            new LookupCommand.RecordConsent(),
            new LookupCommand.Recall("误报"),
            new LookupCommand.WithdrawMistaken(),
            new LookupCommand.FollowOnward("仍需查"),
            new LookupCommand.Settle(7, new LookupNext.EndsHere()),
            new LookupCommand.ConfirmSecondOfficer(
                new Officer(
                    Personal.of(Personal.Kind.NAME, "测试民警乙"),
                    "099002",
                    Personal.of(Personal.Kind.PHONE, "")),
                NOON),
            new LookupCommand.FireClocks())
        .forEach(command -> commands.put(command.getClass().getSimpleName(), command));
    return commands;
  }

  private static String outcome(AccountQuery query, LookupCommand command) {
    return switch (LookupRules.decide(query, command, NOON)) {
      case LookupDecision.Rejected _ -> "-";
      case LookupDecision.Accepted(var events) -> {
        LookupStateName after = LookupEvolution.evolve(query, events).state().name();
        yield after == query.state().name() ? "=" : after.name();
      }
    };
  }
}
