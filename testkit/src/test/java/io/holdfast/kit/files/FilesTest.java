package io.holdfast.kit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.problem.Problem;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestBench;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FilesTest {
  private static final byte[] PDF = "%PDF-1.4\n% 测试文书\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();

  @SuppressWarnings("NullAway.Init")
  private TestBench bench;

  @SuppressWarnings("NullAway.Init")
  private Files files;

  @BeforeEach
  void open() {
    MongoStore store = stores.fresh();
    bench = new TestBench("test-service", store, clock, new RecordedOutlets());
    files = new Files(store, bench.keysInUse().sealer(), bench.ids(), clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private StoredFile save(byte[]... pieces) {
    return files.save("order", List.of(pieces).iterator(), null);
  }

  private byte[] read(String id) {
    var bytes = new ByteArrayOutputStream();
    files.read(id, piece -> bytes.write(piece, 0, piece.length));
    return bytes.toByteArray();
  }

  private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var holder = new String[] {""};
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Problem.class, problem -> holder[0] = problem.reason().name());
    return holder[0];
  }

  @Test
  void whatWasStoredComesBackWhole() {
    byte[] large = Arrays.copyOf(PDF, 700_000);
    StoredFile file =
        save(
            Arrays.copyOfRange(large, 0, 262_144),
            Arrays.copyOfRange(large, 262_144, 524_288),
            Arrays.copyOfRange(large, 524_288, large.length));
    assertThat(file.contentType()).isEqualTo("application/pdf");
    assertThat(file.sizeBytes()).isEqualTo(large.length);
    assertThat(read(file.id())).isEqualTo(large);
  }

  @Test
  void theTypeIsJudgedByTheContent() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
    assertThat(save(png).contentType()).isEqualTo("image/png");
    assertThat(save(jpeg).contentType()).isEqualTo("image/jpeg");
    assertThat(reason(() -> save("<html>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("FILE_TYPE_REFUSED");
  }

  @Test
  void whatActsWhenOpenedIsRefusedEvenAcrossTwoPieces() {
    byte[] first = "%PDF-1.4\n<< /OpenAction << /S /JavaSc".getBytes(StandardCharsets.UTF_8);
    byte[] second = "ript /JS (app.alert(1)) >> >>".getBytes(StandardCharsets.UTF_8);
    assertThat(reason(() -> save(first, second))).isEqualTo("FILE_ACTIVE_CONTENT");
  }

  @Test
  void aFileBeyondTheLimitIsRefused() {
    Iterator<byte[]> endless =
        Stream.concat(Stream.of(PDF), Stream.generate(() -> new byte[262_144]).limit(90))
            .iterator();
    assertThat(reason(() -> files.save("order", endless, null))).isEqualTo("FILE_TOO_LARGE");
  }

  @Test
  void aFileThatChangedOnTheWayIsRefused() {
    assertThat(reason(() -> files.save("order", List.of(PDF).iterator(), "00".repeat(32))))
        .isEqualTo("FILE_HASH_DIFFERS");
  }

  @Test
  void orphansGoAndKeptFilesStay() {
    StoredFile orphan = save(PDF);
    StoredFile kept = save(PDF);
    files.keep(kept.id());
    clock.advance(Duration.ofHours(25));
    files.sweep(clock.instant().minus(Duration.ofHours(24)));
    assertThat(read(kept.id())).isEqualTo(PDF);
    assertThatThrownBy(() -> read(orphan.id())).isInstanceOf(RuntimeException.class);
  }
}
