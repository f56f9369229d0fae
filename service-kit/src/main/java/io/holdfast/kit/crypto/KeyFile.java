package io.holdfast.kit.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.holdfast.kit.crypto.Keys.KeysUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The key file in an operator's hands. Keys are exchanged in two steps with a restart of every
 * service after each, so that no process ever meets a sealed value or a signature whose key it does
 * not have: {@code add} brings keys that nobody uses yet, {@code promote} puts them to use. What
 * older keys sealed stays readable; what they signed stays provable. The lookup key is not
 * exchanged: every stored search key rests on it.
 */
public final class KeyFile {
  private static final String SEALING = "sealing";
  private static final String SIGNING = "signing";

  private KeyFile() {}

  /** {@code generate|add|promote FILE}. */
  public static void main(String[] args) {
    try {
      switch (args.length == 2 ? args[0] : "") {
        case "generate" -> Keys.generate(Path.of(args[1]));
        case "add" -> add(Path.of(args[1]));
        case "promote" -> promote(Path.of(args[1]));
        default -> {
          System.err.println(
              "found: "
                  + Arrays.toString(args)
                  + " (expected: generate FILE, a new key file; add FILE, new keys that wait;"
                  + " promote FILE, the waiting keys are used)");
          System.exit(2);
        }
      }
    } catch (KeysUnusable e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Adds one key for sealing and one for signing, neither in use.
   *
   * @throws KeysUnusable if keys wait already, or the file cannot be read or replaced; it is then
   *     as it was
   */
  public static void add(Path file) {
    JsonObject root = read(file);
    if (waits(root)) {
      throw new KeysUnusable(file, "new keys wait already (expected: promote them first)");
    }
    try {
      KeysetHandle.Builder sealing = KeysetHandle.newBuilder(sealing(root));
      sealing.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId());
      root.add(SEALING, json(sealing.build()));
      signingKeys(root).add(OrderSigner.generate().getAsJsonArray("keys").get(0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM and Ed25519", e);
    }
    replace(file, root);
  }

  /**
   * Puts the keys to use that {@link #add} brought. The private parts of former signing keys are
   * gone then: nothing can be signed with them any more.
   *
   * @throws KeysUnusable if none wait, or the file cannot be read or replaced; it is then as it was
   */
  public static void promote(Path file) {
    JsonObject root = read(file);
    if (!waits(root)) {
      throw new KeysUnusable(file, "no new keys wait (expected: add some first)");
    }
    try {
      KeysetHandle.Builder sealing = KeysetHandle.newBuilder(sealing(root));
      sealing.getAt(sealing.size() - 1).makePrimary();
      root.add(SEALING, json(sealing.build()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset was read as one before", e);
    }
    String newest = newest(root);
    for (JsonElement key : signingKeys(root)) {
      if (!id(key).equals(newest)) {
        key.getAsJsonObject().remove("private");
      }
    }
    root.getAsJsonObject(SIGNING).addProperty("current", newest);
    replace(file, root);
  }

  private static JsonObject read(Path file) {
    JsonObject root = Keys.read(file);
    Keys.of(file, root);
    return root;
  }

  private static boolean waits(JsonObject root) {
    return !newest(root).equals(root.getAsJsonObject(SIGNING).get("current").getAsString());
  }

  private static String newest(JsonObject root) {
    JsonArray keys = signingKeys(root);
    return id(keys.get(keys.size() - 1));
  }

  private static JsonArray signingKeys(JsonObject root) {
    return root.getAsJsonObject(SIGNING).getAsJsonArray("keys");
  }

  private static String id(JsonElement key) {
    return key.getAsJsonObject().get("id").getAsString();
  }

  private static KeysetHandle sealing(JsonObject root) throws GeneralSecurityException {
    AeadConfig.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(
        root.get(SEALING).toString(), InsecureSecretKeyAccess.get());
  }

  private static JsonElement json(KeysetHandle keyset) throws GeneralSecurityException {
    return JsonParser.parseString(
        TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
  }

  /** Writes beside the file, then takes its place: a crash leaves the old file or the new one. */
  private static void replace(Path file, JsonObject root) {
    // Never leave behind what the services would refuse.
    Keys.of(file, root);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      var mode = PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(file));
      Files.deleteIfExists(beside);
      Files.createFile(beside, mode);
      try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        var bytes = StandardCharsets.UTF_8.encode(root + "\n");
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new KeysUnusable(file, "cannot be replaced: " + e.getClass().getSimpleName());
    }
  }
}
