package io.holdfast.liaison.feed;

import io.holdfast.kit.crypto.Lookup;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.LiaisonReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Where a stream is resumed: mailbox, page and number, sealed so that nobody makes up his own. */
public final class ResumeTokens {
  private static final String KIND = "resume";
  private static final int PARTS = 4;

  private final Lookup lookup;

  public ResumeTokens(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The token to resume behind item {@code seq} of a mailbox. */
  public String write(String mailbox, long seq) {
    String place = mailbox + '|' + FeedPages.pageOf(seq + 1) + '|' + seq;
    String token = place + '|' + lookup.key(KIND, place);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The number to resume behind.
   *
   * @throws Problem {@link LiaisonReason#RESUME_TOKEN_INVALID} unless the token was written for
   *     this very mailbox
   */
  public long read(String mailbox, String token) {
    String[] parts = decode(token).split("\\|", -1);
    if (parts.length == PARTS && parts[0].equals(mailbox)) {
      String place = parts[0] + '|' + parts[1] + '|' + parts[2];
      byte[] expected = lookup.key(KIND, place).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, parts[3].getBytes(StandardCharsets.UTF_8))) {
        return Long.parseLong(parts[2]);
      }
    }
    throw Problem.of(LiaisonReason.RESUME_TOKEN_INVALID);
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.of(LiaisonReason.RESUME_TOKEN_INVALID);
    }
  }
}
