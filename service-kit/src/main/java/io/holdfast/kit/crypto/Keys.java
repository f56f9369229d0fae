package io.holdfast.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The deployment's secrets, read once at start from the file that {@code HOLDFAST_KEYS} names;
 * {@link KeyFile} makes and exchanges them. It is one JSON object:
 *
 * <ul>
 *   <li>{@code format}: 1
 *   <li>{@code sealing}: a Tink keyset of AES-256-GCM keys; new keys are added to it, old ones stay
 *       to open old values
 *   <li>{@code lookup}: base64 of 32 bytes, the HMAC key of stored search keys; it cannot be
 *       exchanged in place
 *   <li>{@code signing}: {@code current}, the id of the key that signs orders, and {@code keys},
 *       each {@code {id, public, private}}; a past key keeps its {@code public} part only
 * </ul>
 *
 * <p>All services of a deployment share the file, since an aggregate's copy in another service is
 * found by the same lookup key.
 */
public final class Keys {
  private static final int FORMAT = 1;
  private static final int LOOKUP_KEY_BYTES = 32;
  private static final int FILE_BYTES_MAX = 1 << 20;
  private static final Set<PosixFilePermission> FORBIDDEN =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE,
          PosixFilePermission.GROUP_WRITE);

  private final Sealer sealer;
  private final Lookup lookup;
  private final OrderSigner signer;

  private Keys(Sealer sealer, Lookup lookup, OrderSigner signer) {
    this.sealer = sealer;
    this.lookup = lookup;
    this.signer = signer;
  }

  /**
   * Reads a key file.
   *
   * @throws KeysUnusable if it is missing, readable by others, or not a key file; the service must
   *     not start
   */
  public static Keys load(Path file) {
    return of(file, read(file));
  }

  /** The keys of what {@code file} holds or is about to hold. */
  static Keys of(Path file, JsonObject root) {
    try {
      if (root.get("format").getAsInt() != FORMAT) {
        throw new KeysUnusable(
            file, "format is " + root.get("format") + " (expected: " + FORMAT + ")");
      }
      return new Keys(
          sealer(root.getAsJsonObject("sealing")),
          new Lookup(lookupKey(file, root.get("lookup").getAsString())),
          OrderSigner.of(root.getAsJsonObject("signing")));
    } catch (GeneralSecurityException
        | NullPointerException
        | ClassCastException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      // Their texts may quote the file's content, so only the kind is told.
      throw new KeysUnusable(
          file, "not a key file of format 1 (" + e.getClass().getSimpleName() + ")");
    }
  }

  /**
   * Writes a new key file with mode 0600. An existing file is never overwritten: what it sealed
   * would be lost.
   *
   * @throws KeysUnusable if the file exists or cannot be written
   */
  public static void generate(Path file) {
    try {
      AeadConfig.register();
      var lookupKey = new byte[LOOKUP_KEY_BYTES];
      new SecureRandom().nextBytes(lookupKey);
      var root = new JsonObject();
      root.addProperty("format", FORMAT);
      KeysetHandle sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      root.add(
          "sealing",
          JsonParser.parseString(
              TinkJsonProtoKeysetFormat.serializeKeyset(sealing, InsecureSecretKeyAccess.get())));
      root.addProperty("lookup", Base64.getEncoder().encodeToString(lookupKey));
      root.add("signing", OrderSigner.generate());
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, mode);
      Files.writeString(file, root + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new KeysUnusable(file, "cannot be created: " + e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM and Ed25519", e);
    }
  }

  /** Seals personal data. */
  public Sealer sealer() {
    return sealer;
  }

  /** Makes search keys of personal data. */
  public Lookup lookup() {
    return lookup;
  }

  /** Signs orders. */
  public OrderSigner signer() {
    return signer;
  }

  private static void refuseIfOpenToOthers(Path file) {
    try {
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
      if (found.stream().anyMatch(FORBIDDEN::contains)) {
        // A group may read: that is how Kubernetes hands a secret to a process that is not root.
        throw new KeysUnusable(
            file,
            "mode is "
                + PosixFilePermissions.toString(found)
                + " (expected: nothing for others; chmod 600 it)");
      }
    } catch (IOException e) {
      throw new KeysUnusable(file, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  static JsonObject read(Path file) {
    refuseIfOpenToOthers(file);
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new KeysUnusable(file, "too long for a key file");
      }
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException e) {
      throw new KeysUnusable(file, "cannot be read: " + e.getClass().getSimpleName());
    } catch (JsonParseException | IllegalStateException e) {
      throw new KeysUnusable(file, "not JSON (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Sealer sealer(JsonObject keyset) throws GeneralSecurityException {
    AeadConfig.register();
    KeysetHandle handle =
        TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get());
    return new Sealer(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
  }

  private static byte[] lookupKey(Path file, String base64) {
    byte[] key = Base64.getDecoder().decode(base64);
    if (key.length != LOOKUP_KEY_BYTES) {
      throw new KeysUnusable(
          file, "lookup is " + key.length + " bytes (expected: " + LOOKUP_KEY_BYTES + ")");
    }
    return key;
  }

  /** A key file the service must not start with. */
  public static final class KeysUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysUnusable(Path file, String what) {
      super("key file " + file + ": " + what);
    }
  }
}
