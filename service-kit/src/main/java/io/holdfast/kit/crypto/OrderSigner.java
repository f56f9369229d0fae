package io.holdfast.kit.crypto;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs the canonical bytes of orders with Ed25519, so that a bank can check them offline. */
public final class OrderSigner {
  private static final String ALGORITHM = "Ed25519";

  private final String keyId;
  // Tink's signs in a tenth of the time that the JDK's needs; a report waits for three of them.
  private final Ed25519Sign signer;
  private final Map<String, byte[]> publicKeys;

  private OrderSigner(String keyId, Ed25519Sign signer, Map<String, byte[]> publicKeys) {
    this.keyId = keyId;
    this.signer = signer;
    this.publicKeys = publicKeys;
  }

  static OrderSigner of(JsonObject signing) throws GeneralSecurityException {
    String currentId = signing.get("current").getAsString();
    var factory = KeyFactory.getInstance(ALGORITHM);
    var publicKeys = new LinkedHashMap<String, byte[]>();
    Ed25519Sign current = null;
    for (JsonElement element : signing.getAsJsonArray("keys")) {
      JsonObject key = element.getAsJsonObject();
      String id = key.get("id").getAsString();
      byte[] publicKey = decode(key.get("public"));
      factory.generatePublic(new X509EncodedKeySpec(publicKey));
      publicKeys.put(id, publicKey);
      if (id.equals(currentId)) {
        current = new Ed25519Sign(seed(factory, decode(key.get("private"))));
      }
    }
    if (current == null) {
      throw new IllegalArgumentException("signing.current names no key");
    }
    var signer = new OrderSigner(currentId, current, publicKeys);
    if (!verify(publicKeys.get(currentId), PROBE, signer.sign(PROBE))) {
      throw new IllegalArgumentException("the current key's parts do not belong together");
    }
    return signer;
  }

  private static final byte[] PROBE = {1};

  private static byte[] seed(KeyFactory factory, byte[] pkcs8) throws GeneralSecurityException {
    return factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof EdECPrivateKey key
        ? key.getBytes().orElseThrow(() -> new IllegalArgumentException("the key shows no seed"))
        : new byte[0];
  }

  static JsonObject generate() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    byte[] publicKey = pair.getPublic().getEncoded();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
    String id = HexFormat.of().formatHex(digest, 0, 8);
    var key = new JsonObject();
    key.addProperty("id", id);
    key.addProperty("public", Base64.getEncoder().encodeToString(publicKey));
    key.addProperty("private", Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    var keys = new JsonArray();
    keys.add(key);
    var signing = new JsonObject();
    signing.addProperty("current", id);
    signing.add("keys", keys);
    return signing;
  }

  /** The id of the key that signs now: 16 hexadecimal characters of the public key's SHA-256. */
  public String keyId() {
    return keyId;
  }

  /** The detached signature over {@code bytes}, 64 bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      return signer.sign(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 signs whatever it is given", e);
    }
  }

  /** Current and past public keys by id: X.509 SubjectPublicKeyInfo, DER. */
  public Map<String, byte[]> publicKeys() {
    return Collections.unmodifiableMap(publicKeys);
  }

  /**
   * Whether {@code signature} over {@code bytes} was made with the private part of {@code
   * publicKey} (SPKI, DER).
   */
  public static boolean verify(byte @Nullable [] publicKey, byte[] bytes, byte[] signature) {
    if (publicKey == null) {
      return false;
    }
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey));
      var verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(bytes);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] decode(JsonElement base64) {
    return Base64.getDecoder().decode(base64.getAsString());
  }
}
