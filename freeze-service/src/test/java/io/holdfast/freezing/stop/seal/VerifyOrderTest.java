package io.holdfast.freezing.stop.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command a bank runs. */
class VerifyOrderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void whatCannotBeReadIsNeitherGenuineNorFalse() throws Exception {
    assertThat(run()).startsWith("2 usage");
    Path empty = file("empty.json", "{}");
    assertThat(run(empty.toString(), "--keys", empty.toString()))
        .startsWith("2 cannot be read: signedBytes is missing");
    assertThat(run(folder.resolve("absent").toString(), "--keys", empty.toString()))
        .startsWith("2 cannot be read");
    Path list = file("list.json", "[]");
    assertThat(run(list.toString(), "--keys", empty.toString()))
        .startsWith("2 cannot be read: not an order");
    Path broken = file("broken.json", "{");
    assertThat(run(broken.toString(), "--keys", empty.toString())).startsWith("2 cannot be read");
  }

  @Test
  void aKeyNobodyHasProvesNothing() throws Exception {
    Path order =
        file(
            "order.json",
            """
            {"signature": {"signedBytes": "e30=", "signature": "AAAA", "keyId": "00ff"}}
            """);
    Path keys = file("keys.json", "{\"signingKeys\": []}");
    assertThat(run(order.toString(), "--keys", keys.toString()))
        .startsWith("1 NOT GENUINE")
        .contains("KEY_UNKNOWN 00ff");
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    int code = VerifyOrder.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    return code + " " + out.toString(StandardCharsets.UTF_8);
  }
}
