package io.holdfast.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.crypto.Keys.KeysUnusable;
import io.holdfast.kit.crypto.Sealer.SealBroken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest extends OnKeyFile {
  private static final byte[] PLAIN = "测试 6222020000000000000".getBytes(StandardCharsets.UTF_8);

  @Test
  void newFileIsForItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void existingFileIsNeverOverwritten() throws IOException {
    String before = Files.readString(file);
    assertThatThrownBy(() -> Keys.generate(file)).isInstanceOf(KeysUnusable.class);
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-----w-", "rw------x"})
  void fileOpenToOthersIsRefused(String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    assertThatThrownBy(() -> Keys.load(file))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining(mode)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void groupMayReadAsKubernetesMountsSecrets() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    assertThat(Keys.load(file).signer().keyId()).hasSize(16);
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> Keys.load(folder.resolve("absent.json")))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("absent.json");
  }

  @Test
  void brokenFileIsRefusedWithoutQuotingIt() throws IOException {
    String whole = Files.readString(file);
    for (String broken :
        new String[] {
          "",
          "[]",
          "{",
          whole.replace("\"format\":1", "\"format\":2"),
          whole.replaceFirst("\"lookup\":\"[^\"]*\"", "\"lookup\":\"c2hvcnQ=\""),
          whole.replaceFirst("\"lookup\":\"[^\"]*\"", "\"lookup\":\"geheim!\""),
          whole.replace("\"sealing\"", "\"seal\""),
          whole.replaceFirst("\"current\":\"[^\"]*\"", "\"current\":\"0000\""),
          whole.replaceFirst("\"value\":\"[^\"]*\"", "\"value\":\"geheim!\"")
        }) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> Keys.load(file))
          .isInstanceOf(KeysUnusable.class)
          .hasMessageContaining("keys.json")
          .hasMessageNotContaining("geheim");
    }
  }

  @Test
  void opensWhatItSealedInItsPlaceOnly() {
    Sealer sealer = Keys.load(file).sealer();
    byte[] sealed = sealer.seal(PLAIN, "case:a:victim.name");

    assertThat(sealer.open(sealed, "case:a:victim.name")).isEqualTo(PLAIN);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("622202");
    assertThat(sealer.seal(PLAIN, "case:a:victim.name")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> sealer.open(sealed, "case:b:victim.name"))
        .isInstanceOf(SealBroken.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> sealer.open(sealed, "case:a:victim.name"))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void otherKeysOpenNothing() {
    byte[] sealed = Keys.load(file).sealer().seal(PLAIN, "a");
    Path other = folder.resolve("other.json");
    Keys.generate(other);
    assertThatThrownBy(() -> Keys.load(other).sealer().open(sealed, "a"))
        .isInstanceOf(SealBroken.class);
    assertThat(Keys.load(other).lookup().key("account", "6222"))
        .isNotEqualTo(Keys.load(file).lookup().key("account", "6222"));
  }

  @Test
  void lookupKeysAreStableAndApart() {
    Lookup lookup = Keys.load(file).lookup();
    assertThat(lookup.key("account", "6222"))
        .isEqualTo(Keys.load(file).lookup().key("account", "6222"))
        .matches("account:[0-9a-hjkmnp-tv-z]{32}");
    assertThat(lookup.key("phone", "6222").substring(6))
        .isNotEqualTo(lookup.key("account", "6222").substring(8));
    assertThat(lookup.key("account", "6223")).isNotEqualTo(lookup.key("account", "6222"));
  }

  @Test
  void signatureIsCheckedWithThePublicKeyAlone() {
    OrderSigner signer = Keys.load(file).signer();
    byte[] signature = signer.sign(PLAIN);
    byte[] publicKey = signer.publicKeys().get(signer.keyId());

    assertThat(OrderSigner.verify(publicKey, PLAIN, signature)).isTrue();
    assertThat(OrderSigner.verify(publicKey, new byte[] {1}, signature)).isFalse();
    signature[3] ^= 1;
    assertThat(OrderSigner.verify(publicKey, PLAIN, signature)).isFalse();
    assertThat(OrderSigner.verify(null, PLAIN, signature)).isFalse();
  }

  @Test
  void pastPublicKeysStayListed() throws IOException {
    Path older = folder.resolve("older.json");
    Keys.generate(older);
    OrderSigner past = Keys.load(older).signer();
    String publicKey =
        java.util.Base64.getEncoder().encodeToString(past.publicKeys().get(past.keyId()));
    String entry = "{\"id\":\"" + past.keyId() + "\",\"public\":\"" + publicKey + "\"},";
    Files.writeString(file, Files.readString(file).replace("\"keys\":[", "\"keys\":[" + entry));

    OrderSigner signer = Keys.load(file).signer();
    assertThat(signer.publicKeys()).containsOnlyKeys(past.keyId(), signer.keyId());
    assertThat(signer.keyId()).isNotEqualTo(past.keyId());
  }
}
