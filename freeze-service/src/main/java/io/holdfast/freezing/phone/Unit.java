package io.holdfast.freezing.phone;

import java.util.List;

/**
 * An institution as the directory knows it.
 *
 * @param region GB/T 2260
 * @param ancestors nearest first
 * @param phone the number to call back; from the directory and never from a caller
 */
public record Unit(String id, String name, String region, List<String> ancestors, String phone) {
  public Unit {
    ancestors = List.copyOf(ancestors);
  }
}
