package io.holdfast.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.crypto.Keys.KeysUnusable;
import io.holdfast.kit.crypto.Sealer.SealBroken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Keys are exchanged while services of both kinds run: those before a step and those after it. */
class KeyFileTest extends OnKeyFile {
  private static final byte[] PLAIN = "测试".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "case/1";

  @Test
  void processesBeforeAndAfterEachStepReadEachOther() {
    Keys first = Keys.load(file);
    KeyFile.add(file);
    Keys added = Keys.load(file);
    KeyFile.promote(file);
    Keys promoted = Keys.load(file);

    assertThat(added.signer().keyId()).isEqualTo(first.signer().keyId());
    assertThat(first.sealer().open(added.sealer().seal(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
    assertThat(added.sealer().open(promoted.sealer().seal(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
    assertThat(promoted.sealer().open(first.sealer().seal(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
    assertThat(added.signer().publicKeys()).containsKey(promoted.signer().keyId());
    assertThat(promoted.lookup().key("account", "测试1"))
        .isEqualTo(first.lookup().key("account", "测试1"));
  }

  @Test
  void withoutTheFirstStepAnotherProcessCouldNotRead() {
    Keys first = Keys.load(file);
    KeyFile.add(file);
    KeyFile.promote(file);
    byte[] sealed = Keys.load(file).sealer().seal(PLAIN, PLACE);

    assertThatThrownBy(() -> first.sealer().open(sealed, PLACE)).isInstanceOf(SealBroken.class);
  }

  @Test
  void whatAFormerKeySignedStaysProvableAndItsPrivatePartIsGone() throws IOException {
    OrderSigner first = Keys.load(file).signer();
    byte[] signature = first.sign(PLAIN);
    KeyFile.add(file);
    KeyFile.promote(file);

    byte[] former = Keys.load(file).signer().publicKeys().get(first.keyId());
    assertThat(OrderSigner.verify(former, PLAIN, signature)).isTrue();
    assertThat(Files.readString(file).split("\"private\"", -1)).hasSize(2);
  }

  @Test
  void stepsOutOfOrderChangeNothing() throws IOException {
    String before = Files.readString(file);
    assertThatThrownBy(() -> KeyFile.promote(file))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("add some first");
    assertThat(Files.readString(file)).isEqualTo(before);

    KeyFile.add(file);
    String waiting = Files.readString(file);
    assertThatThrownBy(() -> KeyFile.add(file))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("promote them first");
    assertThat(Files.readString(file)).isEqualTo(waiting);
  }

  @Test
  void theFileKeepsItsModeAndNothingLiesBesideIt() throws IOException {
    KeyFile.add(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
