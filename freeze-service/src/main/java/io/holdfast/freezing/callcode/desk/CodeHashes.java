package io.holdfast.freezing.callcode.desk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.holdfast.freezing.match.AccountNumbers;
import io.holdfast.kit.crypto.Lookup;
import io.holdfast.kit.value.Personal;
import java.security.MessageDigest;

/**
 * Codes and their hashes, both from the id of the code's document under the service's lookup key.
 * So a code need not be stored to be shown again to whoever repeats his request, and neither code
 * nor account can be found from the store alone.
 */
final class CodeHashes {
  /** 100 million codes, of which one person may try a handful in the minutes one of them lives. */
  private static final int DIGITS = 8;

  private static final long MODULUS = 100_000_000L;

  private final Lookup lookup;

  CodeHashes(Lookup lookup) {
    this.lookup = lookup;
  }

  /** What a code is good for. */
  String bound(String bank, Personal account, long amountFen) {
    return lookup.key(
        "call-code-bound",
        bank + '\n' + AccountNumbers.normalised(account.reveal()) + '\n' + amountFen);
  }

  /** The digits of the code of this id. */
  String code(String id) {
    String hash = lookup.key("call-code", id);
    long number = 0;
    for (char character : hash.substring(hash.indexOf(':') + 1).toCharArray()) {
      // Base 32, so that the remainder is spread evenly.
      number = (number * 32 + Character.digit(character, 36)) % MODULUS;
    }
    return String.format("%0" + DIGITS + "d", number);
  }

  /** The keyed hash of a code of this id. */
  String hash(String id, String code) {
    return lookup.key("call-code-hash", id + '\n' + code);
  }

  /** Compared without telling by its time how much was right. */
  boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
