package io.holdfast.freezing.stop.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.match.Verdict;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.Clock;
import io.holdfast.freezing.stop.PaperKind;
import io.holdfast.freezing.stop.PaperStateName;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.proto.casefile.v1.TransferChannel;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.RoutingBasis;
import io.holdfast.proto.freezing.v1.StopState;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The domain and the contract name the same things alike, so that the mapping may go by name. */
class ContractNamesTest {
  @Test
  void namesAreTheSame() {
    same(StopStateName.values(), StopState.values());
    same(PaperStateName.values(), PaperState.values());
    same(PaperKind.values(), io.holdfast.proto.freezing.v1.PaperKind.values());
    same(Clock.State.values(), ClockState.values());
    same(Verdict.values(), io.holdfast.proto.freezing.v1.Verdict.values());
    same(Routing.Basis.values(), RoutingBasis.values(), "UNROUTED");
    same(TransferOut.Channel.values(), TransferChannel.values(), "-NOT_TOLD");
  }

  /**
   * @param apart names only the contract has; with a hyphen, only the domain
   */
  private static void same(Enum<?>[] domain, Enum<?>[] contract, String... apart) {
    var ours = names(domain);
    var theirs = names(contract);
    theirs.removeIf(name -> name.endsWith("_UNSPECIFIED") || name.equals("UNRECOGNIZED"));
    for (String name : apart) {
      if (name.startsWith("-")) {
        ours.remove(name.substring(1));
      } else {
        theirs.remove(name);
      }
    }
    assertThat(ours).isEqualTo(theirs);
  }

  private static TreeSet<String> names(Enum<?>[] values) {
    return new TreeSet<>(List.copyOf(Arrays.stream(values).map(Enum::name).toList()));
  }
}
