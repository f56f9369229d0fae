package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.EvidenceFile;
import io.holdfast.casefile.casefile.Rejection;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.files.Files;
import io.holdfast.kit.files.StoredFile;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/** Evidence files of a case. */
public final class EvidenceDesk {
  private final CaseDesk cases;
  private final Files files;

  public EvidenceDesk(CaseDesk cases, Files files) {
    this.cases = cases;
    this.files = files;
  }

  /**
   * Takes a file in.
   *
   * @param sha256 as announced; empty where it was not
   * @param by makes the change's cause once the content's hash is known
   */
  public EvidenceFile upload(
      Call call,
      String caseId,
      String fileName,
      String sha256,
      Iterator<byte[]> pieces,
      Function<StoredFile, Mutation> by) {
    requireRoom(cases.get(call, caseId).state());
    StoredFile stored = files.save(caseId, pieces, sha256);
    // Kept before the case names it: a crash in between leaves a file too many, never one too few.
    files.keep(stored.id());
    Stored<CaseFile> after =
        cases.addEvidence(call, caseId, evidence(stored, fileName), by.apply(stored));
    return after.state().evidence().stream()
        .filter(file -> file.fileId().equals(stored.id()))
        .findFirst()
        .or(
            () ->
                after.state().evidence().stream()
                    .filter(file -> file.sha256().equals(stored.sha256()))
                    .findFirst())
        .orElseThrow(() -> new IllegalStateException("the case does not hold the file"));
  }

  /** The file's data, if the call reaches its case. */
  public EvidenceFile find(Call call, String caseId, int number) {
    return cases.get(call, caseId).state().evidence().stream()
        .filter(file -> file.number() == number)
        .findFirst()
        .orElseThrow(() -> Problem.of(KitReason.FILE_UNKNOWN, "number", Integer.toString(number)));
  }

  /** Hands the file's bytes to {@code piece}, in order. */
  public void read(EvidenceFile file, Consumer<byte[]> piece) {
    files.read(file.fileId(), piece);
  }

  /** Asked before the bytes are taken; decided again with the case as it is then. */
  private static void requireRoom(CaseFile file) {
    if (file.evidence().size() >= CaseFile.EVIDENCE_MAX) {
      throw Problems.of(new Rejection.Full(Rejection.Part.EVIDENCE, CaseFile.EVIDENCE_MAX));
    }
  }

  private static EvidenceFile evidence(StoredFile stored, String fileName) {
    return new EvidenceFile(
        0,
        stored.id(),
        Personal.of(Personal.Kind.TEXT, withoutFolder(fileName)),
        stored.contentType(),
        stored.sizeBytes(),
        stored.sha256(),
        stored.storeTime().truncatedTo(ChronoUnit.MILLIS));
  }

  private static String withoutFolder(String fileName) {
    int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
    return fileName.substring(slash + 1).strip();
  }
}
