package io.holdfast.freezing.phone.grpc;

import io.holdfast.freezing.phone.Adoption;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.Decider;
import io.holdfast.freezing.phone.OralNotice;
import io.holdfast.freezing.phone.Spoken;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.freezing.v1.AdoptionState;
import io.holdfast.proto.freezing.v1.Callback;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.TimeFlag;
import org.jspecify.annotations.Nullable;

/** What was spoken, as the contract shows it. */
public final class PhoneProtos {
  private PhoneProtos() {}

  /** Adds what was spoken to an order. */
  public static void show(Spoken spoken, StopOrder.Builder order) {
    spoken.notices().forEach(each -> order.addOralNotices(notice(each)));
    if (spoken.adoption() != null) {
      order.setAdoption(adoption(spoken.adoption()));
    }
  }

  /** Where an adoption stands; unspecified where there is none. */
  public static AdoptionState state(@Nullable Adoption adoption) {
    return adoption == null
        ? AdoptionState.ADOPTION_STATE_UNSPECIFIED
        : AdoptionState.valueOf(adoption.name().name());
  }

  private static io.holdfast.proto.freezing.v1.Adoption adoption(Adoption adoption) {
    var out =
        io.holdfast.proto.freezing.v1.Adoption.newBuilder()
            .setState(state(adoption))
            .setDueTime(StopProtos.time(adoption.term().dueTime()));
    return switch (adoption) {
      case Adoption.Awaited _, Adoption.Unadopted _ -> out.build();
      case Adoption.Adopted(_, var by, var time) ->
          out.setOfficer(card(by)).setDecideTime(StopProtos.time(time)).build();
      case Adoption.Disowned(_, var by, var time, var reason) ->
          out.setOfficer(card(by)).setDecideTime(StopProtos.time(time)).setReason(reason).build();
    };
  }

  private static OfficerCard card(Decider by) {
    return OfficerCard.newBuilder()
        .setName(by.name().reveal())
        .setOfficerNumber(by.number())
        .build();
  }

  private static io.holdfast.proto.freezing.v1.OralNotice notice(OralNotice notice) {
    var out =
        io.holdfast.proto.freezing.v1.OralNotice.newBuilder()
            .setCaller(
                OfficerCard.newBuilder()
                    .setName(notice.caller().name().reveal())
                    .setOfficerNumber(notice.caller().number())
                    .setPhone(notice.caller().phone().reveal()))
            .setCalleeName(notice.calleeName().reveal())
            .setCalleePhone(notice.calleePhone().reveal())
            .setCallTime(StopProtos.time(notice.callTime()))
            .setEntryTime(StopProtos.time(notice.entryTime()))
            .setByBank(notice.byBank())
            .setVictimPresent(notice.victimPresent())
            .setLateReason(notice.lateReason());
    notice.flags().forEach(flag -> out.addFlags(TimeFlag.valueOf(flag.name())));
    return switch (notice.proof()) {
      case CallerProof.NotProven _ ->
          out.setProof(io.holdfast.proto.freezing.v1.CallerProof.NOT_PROVEN).build();
      case CallerProof.ByCallCode(var code, _) ->
          out.setProof(io.holdfast.proto.freezing.v1.CallerProof.BY_CALL_CODE)
              .setCallCode(code)
              .build();
      case CallerProof.ByCallback callback ->
          out.setProof(
                  callback.proves()
                      ? io.holdfast.proto.freezing.v1.CallerProof.BY_CALLBACK
                      : io.holdfast.proto.freezing.v1.CallerProof.CALLBACK_FAILED)
              .setCallback(callback(callback))
              .build();
    };
  }

  private static Callback callback(CallerProof.ByCallback callback) {
    return Callback.newBuilder()
        .setDialledPhone(callback.dialled().reveal())
        .setCallbackTime(StopProtos.time(callback.callbackTime()))
        .setAnsweredBy(callback.answeredBy().reveal())
        .setConfirmed(callback.confirmed())
        .build();
  }
}
