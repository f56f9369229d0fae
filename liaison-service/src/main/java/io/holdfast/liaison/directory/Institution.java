package io.holdfast.liaison.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An institution in the tree.
 *
 * @param code 12 characters: 公安机关机构代码 or 人行支付系统行号
 * @param name in Chinese
 * @param lineage the institutions above it when it was added
 * @param region GB/T 2260, six digits
 * @param phone the number to call back; empty where none is known
 * @param disabled whether it takes no part any more
 * @param createTime UTC
 * @param switchReason why it was disabled or enabled last; null where it never was
 */
public record Institution(
    String code,
    String name,
    InstitutionKind kind,
    Lineage lineage,
    String region,
    List<DeskContact> desks,
    String phone,
    boolean disabled,
    Instant createTime,
    @Nullable String switchReason) {
  /** Longest name, in characters. */
  public static final int NAME_MAX = 100;

  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{12}");
  private static final Pattern REGION = Pattern.compile("[0-9]{6}");

  public Institution {
    desks = List.copyOf(desks);
  }

  /** The same under another name, reached elsewhere. */
  public Institution reached(String otherName, String otherPhone, List<DeskContact> otherDesks) {
    return new Institution(
        code,
        otherName,
        kind,
        lineage,
        region,
        otherDesks,
        otherPhone,
        disabled,
        createTime,
        switchReason);
  }

  /** The same, taking part or not. */
  public Institution switched(boolean off, String reason) {
    return new Institution(
        code, name, kind, lineage, region, desks, phone, off, createTime, reason);
  }

  /** The institution directly above; empty at a root. */
  public String parent() {
    return lineage.ancestors().isEmpty() ? "" : lineage.ancestors().getFirst();
  }

  /** Whether a region is the demonstration's (测试演示), which GB/T 2260 does not have. */
  public static boolean demonstration(String region) {
    return region.startsWith("999");
  }

  /** What is wrong with it; empty when it may be added. */
  public List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (!CODE.matcher(code).matches()) {
      faults.add(new Fault.CodeMalformed());
    }
    if (!REGION.matcher(region).matches()) {
      faults.add(new Fault.RegionMalformed());
    }
    if (name.isBlank() || name.length() > NAME_MAX) {
      faults.add(new Fault.NameMalformed(name.length()));
    }
    Set<Desk> seen = EnumSet.noneOf(Desk.class);
    for (int i = 0; i < desks.size(); i++) {
      Desk desk = desks.get(i).desk();
      if (!desk.fits(kind)) {
        faults.add(new Fault.DeskUnfit(i, desk, kind));
      } else if (!seen.add(desk)) {
        faults.add(new Fault.DeskTwice(i, desk));
      }
    }
    return faults;
  }

  /** Why an institution cannot be added as it is. */
  public sealed interface Fault {
    /** Not 12 letters and digits. */
    record CodeMalformed() implements Fault {}

    /** Not six digits (GB/T 2260). */
    record RegionMalformed() implements Fault {}

    /** Empty or too long. */
    record NameMalformed(int length) implements Fault {}

    /** An institution of this kind has no such desk. */
    record DeskUnfit(int position, Desk desk, InstitutionKind kind) implements Fault {}

    /** The desk is named before. */
    record DeskTwice(int position, Desk desk) implements Fault {}
  }
}
