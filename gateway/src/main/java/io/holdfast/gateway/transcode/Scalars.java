package io.holdfast.gateway.transcode;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.holdfast.gateway.problem.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Scalar values from text, by the proto3 JSON rules. What does not fit is refused without being
 * repeated.
 */
final class Scalars {
  private static final BigInteger UINT64_MAX =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final int NUMBER_LENGTH_MAX = 40;

  private Scalars() {}

  /** The value of a non-message field. */
  static Object parse(FieldDescriptor field, String text, String where) {
    return switch (field.getType()) {
      case STRING -> text;
      case BOOL ->
          switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw misfit(where, "true or false");
          };
      case INT32, SINT32, SFIXED32 ->
          integer(
                  text,
                  where,
                  BigInteger.valueOf(Integer.MIN_VALUE),
                  BigInteger.valueOf(Integer.MAX_VALUE))
              .intValue();
      case UINT32, FIXED32 ->
          integer(text, where, BigInteger.ZERO, BigInteger.valueOf(0xFFFF_FFFFL)).intValue();
      case INT64, SINT64, SFIXED64 ->
          integer(
                  text,
                  where,
                  BigInteger.valueOf(Long.MIN_VALUE),
                  BigInteger.valueOf(Long.MAX_VALUE))
              .longValue();
      case UINT64, FIXED64 -> integer(text, where, BigInteger.ZERO, UINT64_MAX).longValue();
      case FLOAT -> {
        double value = real(text, where);
        if (Double.isFinite(value) && Math.abs(value) > Float.MAX_VALUE) {
          throw misfit(where, "a 32-bit number");
        }
        yield (float) value;
      }
      case DOUBLE -> real(text, where);
      case BYTES -> ByteString.copyFrom(base64(text, where));
      case ENUM -> enumValue(field, text, where);
      case MESSAGE, GROUP -> throw misfit(where, "an object");
    };
  }

  private static EnumValueDescriptor enumValue(FieldDescriptor field, String text, String where) {
    EnumValueDescriptor value = field.getEnumType().findValueByName(text);
    if (value != null) {
      return value;
    }
    if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit)) {
      @Nullable EnumValueDescriptor numbered =
          field.getEnumType().findValueByNumber(Integer.parseInt(text));
      if (numbered != null) {
        return numbered;
      }
    }
    throw misfit(where, "a value of " + field.getEnumType().getName());
  }

  private static BigInteger integer(String text, String where, BigInteger least, BigInteger most) {
    if (text.isEmpty() || text.length() > NUMBER_LENGTH_MAX) {
      throw misfit(where, "a whole number");
    }
    try {
      BigDecimal number = new BigDecimal(text);
      // 1e999999999 is a short text and a huge number: look at its size before expanding it.
      if (Math.abs((long) number.scale()) > NUMBER_LENGTH_MAX) {
        throw misfit(where, "a whole number");
      }
      BigInteger whole = number.toBigIntegerExact();
      if (whole.compareTo(least) < 0 || whole.compareTo(most) > 0) {
        throw misfit(where, "a whole number from " + least + " to " + most);
      }
      return whole;
    } catch (NumberFormatException | ArithmeticException e) {
      throw misfit(where, "a whole number");
    }
  }

  private static double real(String text, String where) {
    switch (text) {
      case "NaN" -> {
        return Double.NaN;
      }
      case "Infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-Infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {}
    }
    if (!text.matches("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,4})?")) {
      throw misfit(where, "a number");
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw misfit(where, "a 64-bit number");
    }
    return value;
  }

  private static byte[] base64(String text, String where) {
    String standard = text.replace('-', '+').replace('_', '/');
    try {
      return Base64.getDecoder().decode(standard);
    } catch (IllegalArgumentException e) {
      throw misfit(where, "base64");
    }
  }

  /** Says what was expected there; never what was found. */
  static Refusal misfit(String where, String expected) {
    return Refusal.field(where, "JSON_VALUE", "expected: " + expected);
  }
}
