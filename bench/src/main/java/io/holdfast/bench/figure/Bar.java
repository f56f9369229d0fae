package io.holdfast.bench.figure;

/** What a figure must keep. */
public record Bar(Side side, double value) {
  /** On which side of the value a figure keeps the promise. */
  public enum Side {
    AT_MOST,
    AT_LEAST
  }

  /** A figure that may not be greater. */
  public static Bar atMost(double value) {
    return new Bar(Side.AT_MOST, value);
  }

  /** A figure that may not be smaller. */
  public static Bar atLeast(double value) {
    return new Bar(Side.AT_LEAST, value);
  }

  /** Whether the figure keeps the promise. */
  public boolean keeps(double figure) {
    return switch (side) {
      case AT_MOST -> figure <= value;
      case AT_LEAST -> figure >= value;
    };
  }

  @Override
  public String toString() {
    String number = value == Math.rint(value) ? Long.toString((long) value) : String.valueOf(value);
    return switch (side) {
      case AT_MOST -> "<= " + number;
      case AT_LEAST -> ">= " + number;
    };
  }
}
