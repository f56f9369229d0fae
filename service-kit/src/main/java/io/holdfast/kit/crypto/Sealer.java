package io.holdfast.kit.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals bytes with AES-256-GCM. The sealed form starts with the id of its key, so a keyset may
 * grow; it opens only with the associated text it was sealed with, which names the place it belongs
 * to.
 */
public final class Sealer {
  private final Aead aead;

  Sealer(Aead aead) {
    this.aead = aead;
  }

  /**
   * Seals {@code plain}.
   *
   * @param associated the place, e.g. {@code case:<id>}; not secret, but bound
   */
  public byte[] seal(byte[] plain, String associated) {
    try {
      return aead.encrypt(plain, associated.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("cannot seal", e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBroken if it was changed, belongs to another place, or its key is not in the keyset
   */
  public byte[] open(byte[] sealed, String associated) {
    try {
      return aead.decrypt(sealed, associated.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("cannot open a sealed value: changed, moved, or of an unknown key", e);
    }
  }

  /** A sealed value that does not open. */
  public static final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken(String message, GeneralSecurityException cause) {
      super(message, cause);
    }
  }
}
