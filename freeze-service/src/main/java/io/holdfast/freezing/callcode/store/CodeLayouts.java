package io.holdfast.freezing.callcode.store;

import io.holdfast.freezing.callcode.CallCode;
import io.holdfast.freezing.callcode.CodeTries;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes and wrong tries as documents. */
public final class CodeLayouts {
  /** Codes for one bank, account and amount, newest first. */
  public static final AccessPath BY_BOUND = AccessPath.of("byBound", "bound", "-created", "-_id");

  /** Codes. */
  public static final Layout<CallCode> CODES =
      Layout.plain(
          "call_codes", CallCode.class, List.of(BY_BOUND), code -> Map.of("bound", code.bound()));

  /** Wrong tries; the end of a wait is told. */
  public static final Layout<CodeTries> TRIES =
      new Layout<>(
          "call_code_tries",
          CodeTries.class,
          List.of(),
          tries -> Optional.ofNullable(tries.lockEndTime()),
          _ -> Map.of(),
          _ -> Set.of(),
          (tries, _) -> tries);

  private CodeLayouts() {}
}
