package io.holdfast.freezing.match;

/**
 * Texts with a part hidden: {@code *强}, {@code 6222****0007}. A run of signs stands for one or more
 * characters.
 */
final class Masked {
  private static final String SIGNS = "*●○■□×";

  private Masked() {}

  static boolean isMask(int point) {
    return SIGNS.indexOf(point) >= 0;
  }

  static boolean isMasked(String text) {
    return text.indexOf('*') >= 0;
  }

  static boolean nothingVisible(String text) {
    return text.chars().allMatch(sign -> sign == '*');
  }

  /** Every mask sign written {@code *}, a run of them once. */
  static String uniform(String text) {
    var uniform = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (!isMask(point)) {
                uniform.appendCodePoint(point);
              } else if (uniform.isEmpty() || uniform.charAt(uniform.length() - 1) != '*') {
                uniform.append('*');
              }
            });
    return uniform.toString();
  }

  /** Whether some text fits both; for two unmasked texts: whether they are the same. */
  static boolean agree(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    // fits[i][j]: what remains from a[i] and b[j] on can be the same text. A '*' takes one
    // character, then stays or ends.
    var fits = new boolean[a.length + 1][b.length + 1];
    fits[a.length][b.length] = true;
    for (int i = a.length - 1; i >= 0; i--) {
      for (int j = b.length - 1; j >= 0; j--) {
        boolean hiddenA = a[i] == '*';
        boolean hiddenB = b[j] == '*';
        fits[i][j] =
            (hiddenA || hiddenB || a[i] == b[j])
                && (fits[i + 1][j + 1]
                    || (hiddenA && fits[i][j + 1])
                    || (hiddenB && fits[i + 1][j]));
      }
    }
    return fits[0][0];
  }
}
