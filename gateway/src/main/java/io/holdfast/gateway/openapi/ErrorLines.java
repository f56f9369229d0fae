package io.holdfast.gateway.openapi;

import io.grpc.Status;
import io.holdfast.gateway.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reasons a method's comment names in its `Errors:` paragraph. */
final class ErrorLines {
  private static final String PARAGRAPH = "Errors: ";
  private static final Pattern GROUP =
      Pattern.compile("([A-Z][A-Z0-9_]+(?:, [A-Z][A-Z0-9_]+)*) \\(([A-Z_]+)\\)");

  private ErrorLines() {}

  /**
   * One reason.
   *
   * @param status the HTTP status it comes with
   */
  record Reason(String name, Status.Code code, int status) {}

  /** The reasons, in the order named. */
  static List<Reason> in(String comment) {
    List<Reason> reasons = new ArrayList<>();
    for (String paragraph : comment.split("\n\n", -1)) {
      if (!paragraph.startsWith(PARAGRAPH)) {
        continue;
      }
      Matcher group = GROUP.matcher(paragraph);
      while (group.find()) {
        Status.Code code = Status.Code.valueOf(group.group(2));
        Arrays.stream(group.group(1).split(", ", -1))
            .map(name -> new Reason(name, code, Problems.http(code)))
            .forEach(reasons::add);
      }
    }
    return reasons;
  }
}
