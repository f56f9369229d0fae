package io.holdfast.freezing.match;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The four-way match (86号 二(一)2): name, number, amount and time of the order against the bank's own
 * books. Pure: the same two records always give the same verdicts. The bank decides; a field that
 * differs forbids the stop.
 */
public final class FourWayMatch {
  private final NameMatch names;

  public FourWayMatch(ScriptFolding folding) {
    this.names = new NameMatch(folding);
  }

  /**
   * How far apart a transfer as told and a credit as booked may lie.
   *
   * @param near either way: still the same time
   * @param late later than told: {@link Verdict#POSTED_LATER}
   */
  public record Spans(Duration near, Duration late) {}

  /** Compares every field and keeps each verdict. */
  public Match compare(Told told, BankRecord record, Spans spans) {
    Verdict amount;
    Verdict time;
    if (told.payments().isEmpty() || record.credits().isEmpty()) {
      amount = Verdict.NOT_GIVEN;
      time = Verdict.NOT_GIVEN;
    } else {
      List<Pair> pairs = pairs(told.payments(), record.credits(), spans);
      amount = pairs.stream().allMatch(Pair::sameAmount) ? Verdict.EQUAL : Verdict.DIFFERENT;
      time = pairs.stream().map(pair -> pair.time(spans)).reduce(Verdict.EQUAL, Verdict::or);
    }
    return new Match(
        names.compare(told.accountName().reveal(), record.accountName().reveal()),
        NumberMatch.compare(told.accountNumber().reveal(), record.accountNumber().reveal()),
        amount,
        time);
  }

  /** A transfer and the credit it is taken for, none where nothing fits. */
  private record Pair(Told.Payment payment, @Nullable BankCredit credit) {
    boolean sameAmount() {
      return credit != null && credit.amountFen() == payment.amountFen();
    }

    Verdict time(Spans spans) {
      return credit == null
          ? Verdict.NOT_GIVEN
          : FourWayMatch.time(payment.time(), credit.bookingTime(), spans);
    }
  }

  /**
   * Each transfer with a credit of its own: by serial number first, whatever the amount; then,
   * earliest first, the earliest unused credit of the same amount whose time fits; then any unused
   * one of the same amount.
   */
  private static List<Pair> pairs(
      List<Told.Payment> payments, List<BankCredit> credits, Spans spans) {
    var unused = new ArrayList<>(credits);
    unused.sort(Comparator.comparing(BankCredit::bookingTime));
    var pairs = new ArrayList<Pair>();
    var open = new ArrayList<Told.Payment>();
    for (Told.Payment payment : payments) {
      BankCredit same = bySerial(payment, unused);
      if (same == null) {
        open.add(payment);
      } else {
        unused.remove(same);
        pairs.add(new Pair(payment, same));
      }
    }
    open.sort(Comparator.comparing(Told.Payment::time));
    var misfits = new ArrayList<Told.Payment>();
    for (Told.Payment payment : open) {
      BankCredit fitting = byAmount(payment, unused, spans);
      if (fitting == null) {
        misfits.add(payment);
      } else {
        unused.remove(fitting);
        pairs.add(new Pair(payment, fitting));
      }
    }
    for (Told.Payment payment : misfits) {
      BankCredit any = byAmount(payment, unused, null);
      if (any != null) {
        unused.remove(any);
      }
      pairs.add(new Pair(payment, any));
    }
    return pairs;
  }

  private static @Nullable BankCredit bySerial(Told.Payment payment, List<BankCredit> unused) {
    for (BankCredit credit : unused) {
      if (!payment.serialNumber().isBlank()
          && payment.serialNumber().strip().equalsIgnoreCase(credit.serialNumber().strip())) {
        return credit;
      }
    }
    return null;
  }

  private static @Nullable BankCredit byAmount(
      Told.Payment payment, List<BankCredit> unused, @Nullable Spans spans) {
    for (BankCredit credit : unused) {
      if (credit.amountFen() == payment.amountFen()
          && (spans == null
              || time(payment.time(), credit.bookingTime(), spans) != Verdict.DIFFERENT)) {
        return credit;
      }
    }
    return null;
  }

  private static Verdict time(Instant told, Instant booked, Spans spans) {
    Duration later = Duration.between(told, booked);
    if (later.abs().compareTo(spans.near()) <= 0) {
      return Verdict.EQUAL;
    }
    return !later.isNegative() && later.compareTo(spans.late()) <= 0
        ? Verdict.POSTED_LATER
        : Verdict.DIFFERENT;
  }
}
