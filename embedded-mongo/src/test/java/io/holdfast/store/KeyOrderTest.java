package io.holdfast.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes of a key order values as MongoDB does. */
class KeyOrderTest {

  /** Ascending; each smaller than the next. */
  private static final List<@Nullable Object> ASCENDING =
      Arrays.asList(
          MinKey.getInstance(),
          KeyWriter.EmptyArray.INSTANCE,
          null,
          Double.NEGATIVE_INFINITY,
          Long.MIN_VALUE,
          -9007199254740993L,
          -9007199254740992L,
          -1.5,
          -1,
          0,
          Double.MIN_VALUE,
          1,
          1.5,
          2L,
          9007199254740992L,
          9007199254740993L,
          9007199254740994L,
          Long.MAX_VALUE,
          1e300,
          Double.POSITIVE_INFINITY,
          "",
          "\u0000",
          "\u0000a",
          "a",
          "a\u0000",
          "a\u0000b",
          "aa",
          "b",
          "é",
          "止",
          "𠮷",
          "\uFF01",
          new Document("a", 1),
          new Document("a", 1).append("b", 1),
          new Document("a", 2),
          new Document("b", 1),
          List.of(1),
          List.of(1, 2),
          new BinData(new byte[] {(byte) 0xFF}),
          new BinData(new byte[] {0, 1}),
          new UUID(0, 1),
          new UUID(-1, 0),
          new ObjectId("000000000000000000000001"),
          new ObjectId("ff0000000000000000000000"),
          false,
          true,
          Instant.ofEpochMilli(-1),
          Instant.ofEpochMilli(1),
          MaxKey.getInstance());

  @Test
  void bytesFollowTheOrderOfValues() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int k = 0; k < ASCENDING.size(); k++) {
        Object left = ASCENDING.get(i);
        Object right = ASCENDING.get(k);
        assertThat(Integer.signum(KeyWriter.of(left).compareTo(KeyWriter.of(right))))
            .as("%s against %s", left, right)
            .isEqualTo(Integer.compare(i, k));
        assertThat(Integer.signum(descending(left).compareTo(descending(right))))
            .as("%s against %s, descending", left, right)
            .isEqualTo(Integer.compare(k, i));
        assertThat(i == k || !KeyWriter.of(left).startsWith(KeyWriter.of(right)))
            .as("%s begins %s", right, left)
            .isTrue();
      }
    }
  }

  @Test
  void equalNumbersHaveEqualBytes() {
    assertThat(KeyWriter.of(5)).isEqualTo(KeyWriter.of(5L)).isEqualTo(KeyWriter.of(5.0));
    assertThat(KeyWriter.of(0.0)).isEqualTo(KeyWriter.of(-0.0));
  }

  @Test
  void ordersAsTheEngineDoes() {
    Random random = new Random(7);
    RandomData data = new RandomData(random);
    for (int i = 0; i < 20_000; i++) {
      Object left = data.scalar();
      Object right = data.scalar();
      if (left instanceof Decimal128 && right instanceof Decimal128) {
        continue; // to us, their nearest doubles
      }
      int engine = Integer.signum(ValueComparator.asc().compare(left, right));
      assertThat(Integer.signum(KeyWriter.of(left).compareTo(KeyWriter.of(right))))
          .as("%s, %s", left, right)
          .isEqualTo(engine);
    }
  }

  @Test
  void successorIsTheFirstKeyBeyondAPrefix() {
    Key prefix = new Key(new byte[] {1, (byte) 0xFF});
    assertThat(prefix.successor()).isEqualTo(new Key(new byte[] {2}));
    assertThat(new Key(new byte[] {(byte) 0xFF}).successor()).isNull();
    assertThat(Collections.max(List.of(prefix, new Key(new byte[] {2}))))
        .isEqualTo(prefix.successor());
  }

  private static Key descending(@Nullable Object value) {
    return new KeyWriter().append(value, false).toKey();
  }
}
