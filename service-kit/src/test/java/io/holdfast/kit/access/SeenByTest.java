package io.holdfast.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.holdfast.proto.access.v1.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.event.v1.DeliverEventsResponse;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.BankOperator;
import io.holdfast.proto.freezing.v1.OrderSignature;
import io.holdfast.proto.freezing.v1.SigningKey;
import io.holdfast.proto.freezing.v1.StopAnswer;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopTransfer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenByTest {
  private static final StopOrder ORDER =
      StopOrder.newBuilder()
          .setId("0rder000000000000000000000")
          .setMaskedAccount("622200****0000")
          .setAccountNumber("6222000000000000000")
          .setAccountName("测试")
          .addTransfers(
              StopTransfer.newBuilder()
                  .setAmountFen(1)
                  .setPayerAccountNumber("6222000000000000001"))
          .addTransfers(StopTransfer.newBuilder().setAmountFen(2))
          .setSignature(
              OrderSignature.newBuilder()
                  .setKeyId("k")
                  .setSignedBytes(ByteString.copyFromUtf8("{}")))
          .build();

  private final SeenBy seenBy = new SeenBy();

  @Test
  void otherRolesSeeNothingOfItAtAnyDepth() {
    StopOrder seen = seenBy.cleared(ORDER, Set.of(Role.AUDITOR));
    assertThat(seen)
        .isEqualTo(
            ORDER.toBuilder()
                .clearAccountNumber()
                .clearAccountName()
                .setTransfers(0, StopTransfer.newBuilder().setAmountFen(1))
                .setSignature(OrderSignature.newBuilder().setKeyId("k"))
                .build());
  }

  @Test
  void eachFieldHasItsOwnRoles() {
    StopOrder station = seenBy.cleared(ORDER, Set.of(Role.STATION_OFFICER));
    assertThat(station.getAccountNumber()).isEqualTo(ORDER.getAccountNumber());
    assertThat(station.getTransfers(0)).isEqualTo(ORDER.getTransfers(0));
    assertThat(station.getSignature().getSignedBytes().isEmpty()).isTrue();

    assertThat(seenBy.cleared(ORDER, Set.of(Role.BANK_LIAISON, Role.AUDITOR))).isSameAs(ORDER);
  }

  @Test
  void nothingToClearIsTheSameMessage() {
    var bare = StopOrder.newBuilder().setId("x").build();
    assertThat(seenBy.cleared(bare, Set.of(Role.AUDITOR))).isSameAs(bare);
    var key = SigningKey.newBuilder().setKeyId("k").build();
    assertThat(seenBy.cleared(key, Set.of())).isSameAs(key);
  }

  @Test
  void typesWithoutMarksAreKnownToHaveNone() {
    var marked = new MarkedFields(field -> field.getOptions().getExtensionCount(Access.seenBy) > 0);
    assertThat(marked.possible(StopOrder.getDescriptor())).isTrue();
    assertThat(marked.possible(SigningKey.getDescriptor())).isFalse();
    assertThat(marked.possible(DeliverEventsResponse.getDescriptor())).isFalse();
    assertThat(marked.possible(Event.getDescriptor())).isFalse();
  }

  @Test
  void personalFieldsAreFoundOnlyWhereTheyHoldSomething() {
    var personal = new MarkedFields(field -> field.getOptions().getExtension(Access.personal));
    assertThat(personal.present(ORDER)).isTrue();
    StopOrder cleared = seenBy.cleared(ORDER, Set.of(Role.AUDITOR));
    assertThat(personal.present(cleared)).isFalse();
    StopOrder deep =
        cleared.toBuilder()
            .setAnswer(StopAnswer.newBuilder().setOperator(BankOperator.newBuilder().setName("测试")))
            .build();
    assertThat(personal.present(deep)).isTrue();
  }
}
