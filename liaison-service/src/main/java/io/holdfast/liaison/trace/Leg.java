package io.holdfast.liaison.trace;

import org.jspecify.annotations.Nullable;

/**
 * One side of an exchange in a call's way.
 *
 * @param trunkGroup the exchange's own name of the trunk group (中继群); empty where not told
 * @param cic circuit identification code, 0 to 4095; null where not told
 * @param opc the exchange that sent the call into this leg; null where not told
 * @param dpc the exchange that took it; null where not told
 */
public record Leg(
    String trunkGroup, @Nullable Integer cic, @Nullable PointCode opc, @Nullable PointCode dpc) {
  /** Nothing known. */
  public static final Leg UNKNOWN = new Leg("", null, null, null);

  /**
   * Whether both may describe the same circuit, seen from its two ends. Trunk groups have a name of
   * their own at each end and are not compared.
   */
  public boolean agreesWith(Leg other) {
    return agree(cic, other.cic) && agree(opc, other.opc) && agree(dpc, other.dpc);
  }

  private static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }
}
