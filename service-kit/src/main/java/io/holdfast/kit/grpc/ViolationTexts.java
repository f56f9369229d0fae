package io.holdfast.kit.grpc;

import build.buf.protovalidate.Violation;
import build.buf.validate.FieldPathElement;
import io.holdfast.kit.problem.Problem;
import java.util.List;
import java.util.Locale;

/**
 * Words for broken rules that an officer understands, in Chinese and in English. They tell what is
 * expected, never what was sent.
 */
final class ViolationTexts {
  private ViolationTexts() {}

  static Problem.Violation of(Violation violation) {
    build.buf.validate.Violation proto = violation.toProto();
    Violation.FieldValue rule = violation.getRuleValue();
    Object limit = rule == null ? null : rule.getValue();
    boolean something = SOMETHING.equals(limit);
    return new Problem.Violation(
        path(proto.getField().getElementsList()),
        proto.getRuleId().replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT),
        something ? "不能为空。" : chinese(proto.getRuleId(), String.valueOf(limit)),
        something
            ? "Must not be empty or blank."
            : sentence(proto.getRuleId(), proto.getMessage()));
  }

  /** The path as it stands in JSON: {@code report.transfers[0].amountFen}. */
  static String path(List<FieldPathElement> elements) {
    var path = new StringBuilder();
    for (FieldPathElement element : elements) {
      path.append(path.isEmpty() ? "" : ".").append(camelCase(element.getFieldName()));
      switch (element.getSubscriptCase()) {
        case INDEX -> path.append('[').append(element.getIndex()).append(']');
        // A key may be what somebody typed, so it is not repeated.
        case BOOL_KEY, INT_KEY, UINT_KEY, STRING_KEY -> path.append("[*]");
        case SUBSCRIPT_NOT_SET -> {}
      }
    }
    return path.toString();
  }

  private static String camelCase(String name) {
    var camel = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '_' && i + 1 < name.length()) {
        camel.append(Character.toUpperCase(name.charAt(++i)));
      } else {
        camel.append(name.charAt(i));
      }
    }
    return camel.toString();
  }

  /** The pattern of a text that must say something. */
  private static final String SOMETHING = "^[\\s\\S]*\\S[\\s\\S]*$";

  private static String sentence(String rule, String english) {
    String text = english.isEmpty() ? rule : english;
    String end = text.endsWith(".") ? "" : ".";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
  }

  /** Empty for a rule of the contract's own making, whose message says it all. */
  private static String chinese(String rule, String limit) {
    String words = words(rule, limit);
    return words.isEmpty() ? "" : words + '。';
  }

  private static String words(String rule, String limit) {
    int dot = rule.indexOf('.');
    String kind = dot < 0 ? rule : rule.substring(dot + 1);
    String unit = rule.startsWith("bytes.") ? "字节" : "个字符";
    return switch (kind) {
      case "required" -> "必填";
      case "len" -> "应为 " + limit + " " + unit;
      case "min_len" -> limit.equals("1") ? "不能为空" : "至少 " + limit + " " + unit;
      case "max_len" -> "最多 " + limit + " " + unit;
      case "min_items", "min_pairs" -> "至少 " + limit + " 项";
      case "max_items", "max_pairs" -> "最多 " + limit + " 项";
      case "unique" -> "有重复项";
      case "gte" -> "应不小于 " + limit;
      case "gt" -> "应大于 " + limit;
      case "lte" -> "应不大于 " + limit;
      case "lt" -> "应小于 " + limit;
      case "gte_lte", "gt_lte", "gte_lt", "gt_lt" -> "超出允许范围";
      case "in", "const" -> "不是允许的值";
      case "not_in" -> "是不允许的值";
      case "defined_only" -> "不是可选项";
      case "pattern", "email", "uuid", "uri", "ip", "hostname" -> "格式不正确";
      case "lt_now" -> "不能晚于现在";
      case "gt_now" -> "不能早于现在";
      default -> "";
    };
  }
}
