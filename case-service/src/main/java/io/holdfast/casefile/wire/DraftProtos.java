package io.holdfast.casefile.wire;

import io.holdfast.casefile.draft.DraftPath;
import io.holdfast.casefile.draft.DraftReader;
import io.holdfast.casefile.draft.DraftState;
import io.holdfast.casefile.draft.Edit;
import io.holdfast.casefile.draft.ReportField.Form;
import io.holdfast.casefile.draft.Touch;
import io.holdfast.casefile.report.Finding;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.Draft;
import io.holdfast.proto.casefile.v1.DraftEditor;
import io.holdfast.proto.casefile.v1.DraftField;
import io.holdfast.proto.casefile.v1.DraftSummary;
import io.holdfast.proto.casefile.v1.FieldEdit;
import io.holdfast.proto.casefile.v1.TypedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drafts. */
public final class DraftProtos {
  private DraftProtos() {}

  /** What was typed, field by field. */
  public static List<Edit> fromProto(List<FieldEdit> sent) {
    return sent.stream().map(DraftProtos::fromProto).toList();
  }

  /** What was typed into one field. */
  public static Edit fromProto(FieldEdit sent) {
    return new Edit(
        sent.getPath(), Personal.of(Personal.Kind.TEXT, sent.getText()), sent.getSeenVersion());
  }

  /**
   * The whole draft.
   *
   * @param others who else is at it
   * @param lacking what its report would lack if it were filed now
   */
  public static Draft toProto(
      Stored<io.holdfast.casefile.draft.Draft> stored, List<Touch> others, List<Finding> lacking) {
    io.holdfast.casefile.draft.Draft draft = stored.state();
    var proto =
        Draft.newBuilder()
            .setId(stored.id())
            .setEtag(stored.etag())
            .setState(state(draft.state().name()))
            .setPolicy(stored.policy())
            .setUnit(draft.unit().id())
            .setRegion(draft.unit().region())
            .setOfferedTo(draft.offeredTo())
            .setBegunBy(draft.begunBy())
            .setCase(draft.state().caseId())
            .setCreateTime(Times.toProto(stored.createTime()))
            .setLastEditTime(Times.toProto(draft.lastEditTime()));
    draft.fields().forEach(field -> proto.addFields(toProto(field)));
    others.forEach(touch -> proto.addEditors(toProto(touch)));
    lacking.forEach(finding -> proto.addRemarks(CaseProtos.toProto(finding)));
    Instant sweep = draft.sweepTime();
    if (sweep != null) {
      proto.setSweepTime(Times.toProto(sweep));
    }
    if (draft.state() instanceof DraftState.Discarded(_, _, _, var reason)) {
      proto.setDiscardReason(reason.reveal());
    }
    return proto.build();
  }

  /** One line of a list. */
  public static DraftSummary toSummary(Stored<io.holdfast.casefile.draft.Draft> stored) {
    io.holdfast.casefile.draft.Draft draft = stored.state();
    return DraftSummary.newBuilder()
        .setId(stored.id())
        .setState(state(draft.state().name()))
        .setUnit(draft.unit().id())
        .setOfferedTo(draft.offeredTo())
        .setCase(draft.state().caseId())
        .setVictimName(
            draft
                .field("victim.name")
                .flatMap(io.holdfast.casefile.draft.DraftField::text)
                .map(typed -> typed.text().reveal())
                .orElse(""))
        .setTransferCount(DraftReader.transferCount(draft))
        .setConflictCount(
            (int)
                draft.fields().stream()
                    .filter(io.holdfast.casefile.draft.DraftField::unsettled)
                    .count())
        .setCreateTime(Times.toProto(stored.createTime()))
        .setLastEditTime(Times.toProto(draft.lastEditTime()))
        .build();
  }

  /** A state by its name in the contract. */
  public static io.holdfast.proto.casefile.v1.DraftState state(DraftState.Name state) {
    return switch (state) {
      case OPEN -> io.holdfast.proto.casefile.v1.DraftState.OPEN;
      case CASE_OPENED -> io.holdfast.proto.casefile.v1.DraftState.CASE_OPENED;
      case FILED -> io.holdfast.proto.casefile.v1.DraftState.DRAFT_FILED;
      case DISCARDED -> io.holdfast.proto.casefile.v1.DraftState.DISCARDED;
      case SWEPT -> io.holdfast.proto.casefile.v1.DraftState.SWEPT;
    };
  }

  private static DraftField toProto(io.holdfast.casefile.draft.DraftField field) {
    var proto = DraftField.newBuilder().setPath(field.path()).setVersion(field.version());
    field.texts().forEach(typed -> proto.addTexts(toProto(typed)));
    Optional<DraftPath> path =
        DraftPath.parse(field.path()).filter(known -> known.field().form() != Form.TEXT);
    if (path.isPresent()) {
      field
          .text()
          .filter(typed -> !typed.text().reveal().isBlank())
          .ifPresent(
              typed ->
                  DraftReader.canonical(path.get().field(), typed)
                      .ifPresentOrElse(proto::setReading, () -> proto.setUnread(true)));
    }
    return proto.build();
  }

  private static TypedText toProto(io.holdfast.casefile.draft.TypedText typed) {
    return TypedText.newBuilder()
        .setText(typed.text().reveal())
        .setAuthor(typed.author().subject())
        .setAuthorName(typed.author().name().reveal())
        .setInstitution(typed.author().institution())
        .setTypeTime(Times.toProto(typed.time()))
        .build();
  }

  private static DraftEditor toProto(Touch touch) {
    return DraftEditor.newBuilder()
        .setAuthor(touch.author().subject())
        .setAuthorName(touch.author().name().reveal())
        .setInstitution(touch.author().institution())
        .setLastEditTime(Times.toProto(touch.time()))
        .build();
  }
}
