package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.order;
import static io.holdfast.freezing.FreezeBench.received;
import static io.holdfast.freezing.Phoning.adopt;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.stop.Count;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a policy counts stops per account and case, a stop made on a call is one of the case's that
 * adopts it. All data made up (测试).
 */
class CountPerCaseTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  private FreezeBench bench;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "policy"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        Files.writeString(
            folder.resolve(file.getFileName()),
            Files.readString(file)
                .replaceFirst("(  stops:\\s+max: 2\\s+per: )account", "$1account-and-case"));
      }
    }
    MongoStore store = stores.fresh();
    bench = new FreezeBench(store, PolicySet.load(folder));
  }

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
  }

  @Test
  void anAdoptedStopTakesItsPlaceInTheCasesCount() {
    lapsed(1);
    StopOrder born = phoned("o1");
    assertThat(born.getState()).isEqualTo(StopState.STOPPED);
    assertThat(count(born)).as("among those of no case").isEqualTo(new Count.Taken(1));

    StopOrder adopted = adopted(born);
    assertThat(count(adopted)).as("the case's second stop").isEqualTo(new Count.Taken(2));
    assertThat(adopted.getState()).isEqualTo(StopState.STOPPED);

    bench.clock.advance(Duration.ofHours(49));
    StopOrder third = bench.officer().getStopOrder(StopLifeTest.named(made(2)));
    assertThat(third.getState()).as("the case has none left").isEqualTo(StopState.ANNULLED);
  }

  @Test
  void aStopBeyondTheCasesCountIsReleasedWhenItIsKnown() {
    lapsed(1);
    lapsed(2);
    StopOrder adopted = adopted(phoned("o1"));
    assertThat(adopted.getState()).isEqualTo(StopState.RELEASED);
    assertThat(adopted.getEndReason()).startsWith("STOP_COUNT_EXCEEDED");
    assertThat(adopted.hasLift()).as("the bank lifts it").isTrue();
  }

  @Test
  void aStopTheCaseHasRunningTakesTheAdoptedOneIn() {
    String first = made(1);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(first));
    bench.banker().recordStop(StopLifeTest.stop(first, "r").build());
    StopOrder adopted = adopted(phoned("o1"));
    assertThat(adopted.getState()).isEqualTo(StopState.ANNULLED);
    assertThat(adopted.getEndReason()).startsWith("ORDER_MERGED");
  }

  @Test
  void stopsOfNoCaseShareNothingAndAreCountedTogether() {
    assertThat(count(phoned("o1"))).isEqualTo(new Count.Taken(1));
    assertThat(count(phoned("o2"))).isEqualTo(new Count.Taken(2));
    assertThat(phoned("o3").getState()).isEqualTo(StopState.RELEASED);
  }

  private StopOrder adopted(StopOrder born) {
    var phoning = new Phoning(bench);
    phoning.knownCase(CASE, STATION, "cn-2026");
    StopOrder adopted = phoning.station().adoptStopOrder(adopt(born.getId(), CASE));
    Eventually.holds("counted", () -> !(count(born) instanceof Count.Pending));
    return adopted;
  }

  private Count count(StopOrder order) {
    return bench.stored(order.getId()).state().count();
  }

  private void lapsed(int number) {
    String id = made(number);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    bench.banker().recordStop(StopLifeTest.stop(id, "r" + number).build());
    bench.clock.advance(Duration.ofHours(49));
  }

  private String made(int number) {
    var event = asked(STATION, CASE, ACCOUNT).toBuilder();
    event
        .getStopsRequestedBuilder()
        .getStopsBuilder(0)
        .setStopOrder(order(CASE, number))
        .getTransfersBuilder(0)
        .setNumber(number);
    bench.service.caseEvents().handle(List.of(received(CASE, number, event.build())));
    return order(CASE, number);
  }

  private StopOrder phoned(String requestId) {
    return new Phoning(bench).now(requestId);
  }
}
