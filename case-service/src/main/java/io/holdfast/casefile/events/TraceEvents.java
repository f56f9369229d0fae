package io.holdfast.casefile.events;

import io.holdfast.casefile.casefile.CaseCommand.RecordTrace;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.Clue;
import io.holdfast.casefile.casefile.TraceState;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.liaison.v1.TraceEvent;
import java.time.Instant;
import java.util.List;

/**
 * Tells cases what becomes of their traces, and what they bring to light. Each trace's link keeps
 * the number of the last event heard of it, so that a repeat changes nothing.
 */
public final class TraceEvents implements EventHandler<TraceEvent> {
  private final Recorder recorder;

  public TraceEvents(Aggregates<CaseFile> cases) {
    this.recorder = new Recorder(cases);
  }

  @Override
  public Class<TraceEvent> type() {
    return TraceEvent.class;
  }

  @Override
  public void handle(List<Received<TraceEvent>> batch) {
    batch.forEach(this::record);
  }

  private void record(Received<TraceEvent> received) {
    String caseId = received.data().getCard().getCaseId();
    String eventId = received.event().getId();
    if (recorder.knows(caseId, eventId)) {
      RecordTrace command = command(received);
      recorder.record(caseId, eventId, Mutation.of(received.event()), command, command.time());
    }
  }

  private static RecordTrace command(Received<TraceEvent> received) {
    Event event = received.event();
    TraceEvent data = received.data();
    Instant time = Instant.ofEpochSecond(event.getTime().getSeconds(), event.getTime().getNanos());
    return new RecordTrace(
        data.getCard().getTrace(),
        event.getSeq(),
        data.getClock().isEmpty()
            ? data.getChange().name()
            : data.getChange().name() + ':' + data.getClock(),
        data.getHop(),
        state(data),
        data.getCluesList().stream()
            .filter(clue -> clue.getKindValue() != 0 && clue.getKind() != ClueKind.UNRECOGNIZED)
            .map(clue -> clue(data.getCard().getTrace(), clue, time))
            .toList(),
        data.getCluesWithdrawnOfHopsList(),
        event.getActor().getInstitution(),
        time);
  }

  private static Clue clue(String trace, io.holdfast.proto.casefile.v1.Clue told, Instant time) {
    Clue.Kind kind = Clue.Kind.valueOf(told.getKind().name().substring("CLUE_".length()));
    return new Clue(
        0,
        kind,
        Personal.of(personal(kind), told.getValue()),
        Personal.of(Personal.Kind.TEXT, told.getNote()),
        trace,
        told.getHop(),
        time,
        false);
  }

  private static Personal.Kind personal(Clue.Kind kind) {
    return switch (kind) {
      case NUMBER -> Personal.Kind.PHONE;
      case BANK_ACCOUNT, PAYMENT_ACCOUNT -> Personal.Kind.ACCOUNT;
      case NAME -> Personal.Kind.NAME;
      case IP, LOGIN, HOST -> Personal.Kind.TEXT;
    };
  }

  private static TraceState state(TraceEvent data) {
    return switch (data.getCard().getState()) {
      case TRACE_STATE_UNSPECIFIED, UNRECOGNIZED -> TraceState.ASKED;
      case REQUESTED -> TraceState.REQUESTED;
      case DECLINED -> TraceState.DECLINED;
      case TRACING -> TraceState.TRACING;
      case LANDED -> TraceState.LANDED;
      case SERVER_FOUND -> TraceState.SERVER_FOUND;
      case SUBJECTS_FOUND -> TraceState.SUBJECTS_FOUND;
      case DEAD_END -> TraceState.DEAD_END;
      case CLOSED -> TraceState.CLOSED;
    };
  }
}
