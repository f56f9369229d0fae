package io.holdfast.liaison.desk.grpc;

import static io.holdfast.liaison.desk.grpc.DeskClients.deliver;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.proto.liaison.v1.ListRoutingErrorsRequest;
import io.holdfast.proto.liaison.v1.RoutesGrpc;
import io.holdfast.proto.liaison.v1.RoutingError;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingErrorsTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  private Replica replica;

  private long scans;

  @BeforeEach
  void open() {
    replica = new Replica(stores.fresh(), ManualClock.atNoon());
    scans = stores.fullScans();
  }

  @AfterEach
  void neverScans() throws InterruptedException {
    replica.close();
    assertThat(stores.fullScans()).isEqualTo(scans);
  }

  private static Event notOurs(int number, long seq, String reason) {
    return Orders.stop(
        number,
        seq,
        StopChange.STOP_NOT_OURS_RECORDED,
        Orders.card(number, StopState.NOT_OURS).setRoutingReason(reason));
  }

  private List<RoutingError> errors(ListRoutingErrorsRequest request) {
    return RoutesGrpc.newBlockingStub(
            replica.server().as(TestTokens.person("admin", "", Orders.REGION, Role.ADMINISTRATOR)))
        .listRoutingErrors(request)
        .getErrorsList();
  }

  @Test
  void aBanksNotOursIsHeldAgainstTheLineOnceWhateverIsRepeated() {
    deliver(replica, Orders.issued(1, 1), notOurs(1, 2, "BIN 990001, table 3"));
    deliver(replica, notOurs(1, 2, "BIN 990001, table 3"));
    deliver(
        replica,
        notOurs(2, 3, "BIN 990001, table 3"),
        notOurs(3, 4, "chosen by the officer; against BIN 990001, table 3"),
        Orders.stop(
            4,
            1,
            StopChange.STOP_NOT_OURS_RECORDED,
            Orders.card(4, StopState.NOT_OURS)
                .setJoined(true)
                .setRoutingReason("BIN 990001, table 3")));
    assertThat(errors(ListRoutingErrorsRequest.getDefaultInstance()))
        .extracting(one -> one.getLine() + ' ' + one.getTable() + ' ' + one.getCount())
        .containsExactly("chosen by the officer 0 1", "BIN 990001 3 2");
    assertThat(errors(ListRoutingErrorsRequest.getDefaultInstance()))
        .allSatisfy(
            one -> {
              assertThat(one.getPrefix()).isEqualTo("990001");
              assertThat(one.getBank()).isEqualTo(Orders.BANK);
            });
  }

  @Test
  void theListPages() {
    deliver(replica, notOurs(1, 1, "BIN 1, table 1"), notOurs(2, 1, "BIN 2, table 1"));
    assertThat(errors(ListRoutingErrorsRequest.newBuilder().setPageSize(1).build())).hasSize(1);
    assertThat(
            Refusals.reason(
                () -> errors(ListRoutingErrorsRequest.newBuilder().setPageToken("x").build())))
        .isEqualTo("PAGE_TOKEN_INVALID");
  }
}
