package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Several at once: one winner, or exactly as many as the policy lets. */
@Order(3)
final class RaceIT {
  private final RunningSystem system = RunningSystem.get();
  private final World world = system.world();

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndOtherContentIsRefused() {
    Person officer = world.login("chen.officer");
    String requestId = Reports.uuid();
    String payee = Reports.account(1);
    Reply first = Reports.file(officer, requestId, payee).ok();
    Map<String, Object> same = Map.of("requestId", requestId);
    assertThat(same).isNotEmpty();
    Reply other = Reports.file(officer, requestId, Reports.account(1));
    assertThat(other.reason()).isEqualTo("REQUEST_ID_REUSED");
    assertThat(officer.get("/v1/cases/" + first.text("id")).ok().text("receiptNumber"))
        .isEqualTo(first.text("receiptNumber"));
  }

  @Test
  void twoOfficersRacingGetOneWinnerAndOneClearRefusal() throws Exception {
    String payee = Reports.account(2);
    Reply filed = Reports.file(world.login("chen.officer"), Reports.uuid(), payee).ok();
    String order = Reports.order(filed, 0);
    Person bank = world.login("zhou.bank");
    Waiting.until(
        "the order is there",
        Duration.ofSeconds(20),
        () -> bank.get("/v1/stopOrders/" + order).status() == 200);
    String etag = bank.get("/v1/stopOrders/" + order).ok().text("etag");
    List<Reply> replies =
        together(
            List.of(
                () -> acknowledge(bank, order, etag),
                () -> notOurs(world.login("zhou.bank"), order, etag)));
    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    Reply loser = replies.stream().filter(reply -> reply.status() != 200).findFirst().orElseThrow();
    assertThat(loser.reason()).isIn("STALE", "STOP_WRONG_STATE");
    assertThat(loser.text("detail")).isNotBlank();
  }

  private static Reply acknowledge(Person bank, String order, String etag) {
    return bank.post(
        "/v1/stopOrders/" + order + ":acknowledge",
        Map.of("requestId", Reports.uuid(), "etag", etag));
  }

  private static Reply notOurs(Person bank, String order, String etag) {
    return bank.post(
        "/v1/stopOrders/" + order + ":recordNotOurs",
        Map.of("requestId", Reports.uuid(), "etag", etag));
  }

  @Test
  void eightReportsOnOneAccountUnderAKillShareItsStop() throws Exception {
    String payee = Reports.account(3);
    List<String> officers =
        List.of(
            "chen.officer",
            "wang.officer",
            "liu.liaison",
            "gu.officer",
            "chen.officer",
            "wang.officer",
            "liu.liaison",
            "gu.officer");
    List<Person> people = officers.stream().map(world::login).toList();
    people.forEach(person -> person.get("/v1/cases?pageSize=1").ok());
    List<Callable<Reply>> filings = new ArrayList<>();
    for (Person person : people) {
      String requestId = Reports.uuid();
      filings.add(() -> Reports.file(person, requestId, payee).ok());
    }
    filings.add(
        () -> {
          system.kill("freeze");
          return people.getFirst().get("/v1/cases?pageSize=1");
        });
    List<Reply> filed = together(filings).subList(0, 8);
    system.start("freeze");
    List<String> orders = filed.stream().map(reply -> Reports.order(reply, 0)).toList();
    Waiting.until(
        "every order has its verdict", Duration.ofSeconds(60), () -> settled(people, orders));
    assertThat(count(people, orders, "COUNT_TAKEN"))
        .as("never more than the policy's number; here all but one join")
        .isBetween(1L, 2L);
    assertThat(count(people, orders, "COUNT_EXCEEDED")).as("nobody is turned away").isZero();
    Waiting.until(
        "no interest is lost",
        Duration.ofSeconds(60),
        () -> interests(people, orders) == count(people, orders, "COUNT_JOINED"));
  }

  /** As the leading orders show them. */
  private static long interests(List<Person> people, List<String> orders) {
    long interests = 0;
    for (int i = 0; i < orders.size(); i++) {
      Reply order = people.get(i).get("/v1/stopOrders/" + orders.get(i));
      if (order.status() == 200 && order.text("countState").equals("COUNT_TAKEN")) {
        interests += order.at("shared").isObject() ? order.number("shared.otherInterests") : 0;
      }
    }
    return interests;
  }

  private static boolean settled(List<Person> people, List<String> orders) {
    return count(people, orders, "COUNT_TAKEN")
            + count(people, orders, "COUNT_JOINED")
            + count(people, orders, "COUNT_EXCEEDED")
        == orders.size();
  }

  private static long count(List<Person> people, List<String> orders, String state) {
    long count = 0;
    for (int i = 0; i < orders.size(); i++) {
      Reply order = people.get(i).get("/v1/stopOrders/" + orders.get(i));
      if (order.status() == 200 && order.text("countState").equals(state)) {
        count++;
      }
    }
    return count;
  }

  private static List<Reply> together(List<Callable<Reply>> calls)
      throws InterruptedException, ExecutionException {
    List<Reply> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reply> future : threads.invokeAll(calls)) {
        replies.add(future.get());
      }
    }
    return replies;
  }
}
