package io.holdfast.liaison.trace.events;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.trace.Answer;
import io.holdfast.liaison.trace.IpLeg;
import io.holdfast.liaison.trace.Server;
import io.holdfast.liaison.trace.Subject;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.TraceEvent;
import io.holdfast.proto.casefile.v1.Clue;
import io.holdfast.proto.casefile.v1.ClueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What an event brings to light for the case, and what no longer holds. */
final class Clues {
  private Clues() {}

  static List<Clue> of(Trace after, TraceEvent event) {
    return switch (event) {
      case TraceEvent.HopAnswered(int hop, var answer, _) -> ofAnswer(after, hop, answer);
      case TraceEvent.HopCorrected(int hop, var answer, _) -> ofAnswer(after, hop, answer);
      case TraceEvent.ServerRecorded(var server) -> ofServer(after.hops().size(), server);
      case TraceEvent.SubjectsRecorded(var subjects) ->
          subjects.stream().map(subject -> ofSubject(after.hops().size(), subject)).toList();
      case TraceEvent.TraceRequested _,
          TraceEvent.TraceApproved _,
          TraceEvent.TraceDeclined _,
          TraceEvent.PaperRenewed _,
          TraceEvent.TraceClosed _,
          TraceEvent.HopOpened _,
          TraceEvent.HopRouted _,
          TraceEvent.HopAcknowledged _,
          TraceEvent.HopPreserved _,
          TraceEvent.HopDisputed _,
          TraceEvent.DisputeLifted _,
          TraceEvent.HopsWithdrawn _,
          TraceEvent.FindingsWithdrawn _,
          TraceEvent.ClockWarned _,
          TraceEvent.ClockMissed _ ->
          List.of();
    };
  }

  /** The hops whose earlier clues fall with the event. */
  static List<Integer> withdrawn(Trace before, TraceEvent event) {
    return switch (event) {
      case TraceEvent.HopAnswered(int hop, _, _) ->
          answered(before, hop) ? List.of(hop) : List.of();
      case TraceEvent.HopCorrected(int hop, _, _) -> List.of(hop);
      case TraceEvent.HopRouted(int hop, _, _) -> answered(before, hop) ? List.of(hop) : List.of();
      case TraceEvent.HopsWithdrawn(int from, _) ->
          IntStream.rangeClosed(from, before.hops().size()).boxed().toList();
      case TraceEvent.TraceRequested _,
          TraceEvent.TraceApproved _,
          TraceEvent.TraceDeclined _,
          TraceEvent.PaperRenewed _,
          TraceEvent.TraceClosed _,
          TraceEvent.HopOpened _,
          TraceEvent.HopAcknowledged _,
          TraceEvent.HopPreserved _,
          TraceEvent.HopDisputed _,
          TraceEvent.DisputeLifted _,
          TraceEvent.FindingsWithdrawn _,
          TraceEvent.ServerRecorded _,
          TraceEvent.SubjectsRecorded _,
          TraceEvent.ClockWarned _,
          TraceEvent.ClockMissed _ ->
          List.of();
    };
  }

  private static boolean answered(Trace before, int hop) {
    return before.hop(hop).filter(found -> !found.answers().isEmpty()).isPresent();
  }

  private static List<Clue> ofAnswer(Trace after, int hop, Answer answer) {
    var clues = new ArrayList<Clue>();
    var record = answer.record();
    if (record != null) {
      if (!record.calling().reveal().equals(after.request().call().displayed().reveal())) {
        add(clues, hop, ClueKind.CLUE_NUMBER, record.calling().reveal(), "收到的主叫号码");
      }
      add(clues, hop, ClueKind.CLUE_NUMBER, record.redirecting().reveal(), "改发号码");
    }
    IpLeg leg = answer.ipLeg();
    if (leg != null) {
      add(clues, hop, ClueKind.CLUE_IP, leg.server().reveal(), "落地服务器");
      add(clues, hop, ClueKind.CLUE_LOGIN, leg.sipFrom().reveal(), "SIP From");
      add(clues, hop, ClueKind.CLUE_HOST, leg.gateway(), "语音网关");
      add(clues, hop, ClueKind.CLUE_HOST, leg.host(), "所在机房");
      add(clues, hop, ClueKind.CLUE_NAME, leg.tenant().reveal(), "专线租用人");
    }
    return clues;
  }

  private static List<Clue> ofServer(int hop, Server server) {
    var clues = new ArrayList<Clue>();
    add(clues, hop, ClueKind.CLUE_IP, server.address().reveal(), server.note().reveal());
    add(clues, hop, ClueKind.CLUE_HOST, server.host(), "托管单位");
    add(clues, hop, ClueKind.CLUE_NAME, server.tenant().reveal(), "服务器租用人");
    return clues;
  }

  private static Clue ofSubject(int hop, Subject subject) {
    ClueKind kind =
        switch (subject.kind()) {
          case NUMBER -> ClueKind.CLUE_NUMBER;
          case IP -> ClueKind.CLUE_IP;
          case BANK_ACCOUNT -> ClueKind.CLUE_BANK_ACCOUNT;
          case PAYMENT_ACCOUNT -> ClueKind.CLUE_PAYMENT_ACCOUNT;
          case LOGIN -> ClueKind.CLUE_LOGIN;
          case NAME -> ClueKind.CLUE_NAME;
          case HOST -> ClueKind.CLUE_HOST;
        };
    Personal value = subject.value();
    return clue(hop, kind, value.reveal(), subject.note().reveal());
  }

  private static void add(List<Clue> clues, int hop, ClueKind kind, String value, String note) {
    if (!value.isEmpty()) {
      clues.add(clue(hop, kind, value, note));
    }
  }

  private static Clue clue(int hop, ClueKind kind, String value, String note) {
    return Clue.newBuilder().setHop(hop).setKind(kind).setValue(value).setNote(note).build();
  }
}
