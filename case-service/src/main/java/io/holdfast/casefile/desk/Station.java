package io.holdfast.casefile.desk;

import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.value.Access;
import java.util.List;

/**
 * A police institution that receives reports.
 *
 * @param code 公安机关机构代码, 12 characters
 * @param region GB/T 2260
 * @param ancestors the institutions above it, nearest first
 */
record Station(String id, String code, String region, List<String> ancestors) {
  Access access() {
    return Access.of(id, ancestors, region);
  }

  static boolean isDemo(String region) {
    return region.startsWith(PolicySet.DEMO_REGION);
  }
}
