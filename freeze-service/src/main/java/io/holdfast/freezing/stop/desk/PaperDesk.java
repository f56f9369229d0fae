package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.stop.Decision;
import io.holdfast.freezing.stop.PaperFile;
import io.holdfast.freezing.stop.PaperKind;
import io.holdfast.freezing.stop.PaperState;
import io.holdfast.freezing.stop.PaperState.Delivery;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRules;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.files.Files;
import io.holdfast.kit.files.StoredFile;
import io.holdfast.kit.mongo.Counters;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The papers of orders: files in and out, and the numbered delivery. */
public final class PaperDesk {
  /** Paper numbers begin anew with the calendar year of the offices that write them. */
  private static final ZoneId OFFICE_TIME = ZoneId.of("Asia/Shanghai");

  private final StopDesk desk;
  private final StopPolicies policies;
  private final Counters counters;
  private final Files files;

  public PaperDesk(StopDesk desk, StopPolicies policies, Counters counters, Files files) {
    this.desk = desk;
    this.policies = policies;
    this.counters = counters;
    this.files = files;
  }

  /**
   * Takes a file in.
   *
   * @param sha256 as announced; empty where it was not
   * @param by makes the change's cause once the content's hash is known
   */
  public PaperFile upload(
      Call call,
      String id,
      PaperKind kind,
      String fileName,
      String sha256,
      Iterator<byte[]> pieces,
      Function<StoredFile, Mutation> by) {
    StopOrder order = desk.get(call, id).state();
    requireOwnKind(call, order, kind);
    requireRoom(order);
    StoredFile stored = files.save(id, pieces, sha256);
    // Kept before the order names it: a crash in between leaves a file too many, never one too few.
    files.keep(stored.id());
    PaperFile file = paper(stored, kind, fileName);
    Stored<StopOrder> after =
        desk.act(call, id, by.apply(stored), new StopCommand.AttachPaper(file));
    List<PaperFile> papers = after.state().paper().files();
    return papers.stream()
        .filter(one -> one.file().equals(stored.id()))
        .findFirst()
        .or(() -> papers.stream().filter(one -> one.sha256().equals(stored.sha256())).findFirst())
        .orElseThrow(() -> new IllegalStateException("the order does not hold the file"));
  }

  /** The bank shows what it was brought; what it is brought is the station's. */
  private static void requireOwnKind(Call call, StopOrder order, PaperKind kind) {
    boolean bank = call.caller().institution().equals(order.destination().bank());
    if (bank != (kind == PaperKind.HAND_OVER_PHOTO)) {
      throw Problems.invalid(
          "kind",
          "PAPER_KIND_OTHER_SIDE",
          "交接照片（HAND_OVER_PHOTO）由银行上传，其他文书由公安机关上传",
          "HAND_OVER_PHOTO is the bank's, every other kind the station's");
    }
  }

  /** Asked before the bytes are taken; decided again with the order as it is then. */
  private void requireRoom(StopOrder order) {
    var probe =
        new PaperFile(
            0,
            PaperKind.OTHER_PAPER,
            "",
            Personal.of(Personal.Kind.TEXT, ""),
            "",
            0,
            "",
            desk.now());
    if (StopRules.decide(order, new StopCommand.AttachPaper(probe), desk.now())
        instanceof Decision.Rejected(var rejection)) {
      throw Problems.of(rejection);
    }
  }

  private static PaperFile paper(StoredFile stored, PaperKind kind, String fileName) {
    int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
    return new PaperFile(
        0,
        kind,
        stored.id(),
        Personal.of(Personal.Kind.TEXT, fileName.substring(slash + 1).strip()),
        stored.contentType(),
        stored.sizeBytes(),
        stored.sha256(),
        stored.storeTime().truncatedTo(ChronoUnit.MILLIS));
  }

  /** The file's data, if the call reaches its order. */
  public PaperFile find(Call call, String id, int number) {
    return desk.get(call, id).state().paper().files().stream()
        .filter(file -> file.number() == number)
        .findFirst()
        .orElseThrow(() -> Problem.of(KitReason.FILE_UNKNOWN, "number", Integer.toString(number)));
  }

  /** Hands the file's bytes to {@code piece}, in order. */
  public void read(PaperFile file, Consumer<byte[]> piece) {
    files.read(file.file(), piece);
  }

  /**
   * Delivers the uploaded files under a number (文号) of the unit's own, drawn only for a delivery
   * that may be made.
   */
  public Stored<StopOrder> deliver(Call call, String id, Mutation by) {
    return desk.act(
        call,
        id,
        by,
        seen -> {
          Instant now = desk.now();
          Instant countersignDue = countersignDue(seen, now);
          var unnumbered = new StopCommand.DeliverPaper("", countersignDue, List.of());
          if (StopRules.decide(seen.state(), unnumbered, now) instanceof Decision.Rejected) {
            return unnumbered;
          }
          return new StopCommand.DeliverPaper(number(seen, now), countersignDue, List.of());
        });
  }

  /**
   * The same for further orders that the papers serve. The first order is delivered first and draws
   * the number; each other follows by itself, and a repeated call takes up where one broke off.
   */
  public Stored<StopOrder> deliver(Call call, String id, List<String> others, Mutation by) {
    StopOrder first = desk.get(call, id).state();
    Instant now = desk.now();
    boolean begins = first.at(now).paper().state().delivery() == null;
    for (String other : others) {
      Stored<StopOrder> further = desk.get(call, other);
      requireSharable(first, other, further.state());
      // Where the first is delivered already, this is the rest of a call that broke off.
      if (begins
          && StopRules.decide(further.state(), shared(further, "", first, now), now)
              instanceof Decision.Rejected(var rejection)) {
        throw Problems.of(rejection);
      }
    }
    Stored<StopOrder> delivered = deliver(call, id, by);
    Delivery delivery = delivered.state().paper().state().delivery();
    if (delivery != null) {
      for (String other : others) {
        desk.act(
            call,
            other,
            by.elsewhere(),
            seen -> shared(seen, delivery.paperNumber(), delivered.state(), desk.now()));
      }
    }
    return delivered;
  }

  private StopCommand shared(Stored<StopOrder> order, String number, StopOrder first, Instant now) {
    return new StopCommand.DeliverPaper(number, countersignDue(order, now), first.paper().files());
  }

  private static void requireSharable(StopOrder first, String id, StopOrder other) {
    boolean same =
        first.request().station().equals(other.request().station())
            && first.destination().bank().equals(other.destination().bank());
    if (!same) {
      throw Problem.of(StopReason.PAPER_NOT_SHARED, "stopOrder", id);
    }
  }

  /**
   * Books papers brought by hand.
   *
   * @param time when they were brought; null: now
   */
  public Stored<StopOrder> book(
      Call call,
      String id,
      String paperNumber,
      String officerNumber,
      @Nullable Instant time,
      Mutation by) {
    return desk.act(
        call,
        id,
        by,
        seen -> {
          Instant now = desk.now();
          return new StopCommand.BookHandOver(
              paperNumber.strip(),
              officerNumber.strip(),
              time == null ? now : time,
              countersignDue(seen, now));
        });
  }

  private Instant countersignDue(Stored<StopOrder> order, Instant now) {
    return policies.countersignDue(order.policy(), now).truncatedTo(ChronoUnit.MILLIS);
  }

  private String number(Stored<StopOrder> seen, Instant now) {
    int year = now.atZone(OFFICE_TIME).getYear();
    String station = seen.state().request().station();
    long number =
        counters.draw(
            "paper/" + station + '/' + year, seen.id() + '#' + earlierNumber(seen.state()));
    return "止文〔%d〕%06d号".formatted(year, number);
  }

  /** The number of the delivery before this one: with it, every delivery of an order draws once. */
  private static String earlierNumber(StopOrder order) {
    return switch (order.paper().state()) {
      case PaperState.Refused(_, var refusal) -> refusal.delivery().paperNumber();
      case PaperState.Overdue(_, var earlier) when earlier != null ->
          earlier.delivery().paperNumber();
      case PaperState.Overdue _,
          PaperState.NotOwed _,
          PaperState.Owed _,
          PaperState.Delivered _,
          PaperState.Countersigned _ ->
          "";
    };
  }
}
