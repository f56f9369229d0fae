package io.holdfast.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values so that comparing the bytes compares the values, in MongoDB's order of types.
 *
 * <p>A stored B-tree needs a total order that never changes. The engine's own comparator is not one
 * (it truncates a double beside a large long), so the order is fixed here, in bytes. Two values
 * that the engine calls equal have equal bytes (so decimals count as their nearest double); no
 * value's bytes are the beginning of another's.
 */
final class KeyWriter {

  /** What an index holds for an array without elements; it sorts before null. */
  enum EmptyArray {
    INSTANCE
  }

  private static final int MIN_KEY = 0x10;
  private static final int NO_ELEMENTS = 0x18;
  private static final int NULL = 0x20;
  private static final int NUMBER = 0x30;
  private static final int STRING = 0x40;
  private static final int DOCUMENT = 0x50;
  private static final int ARRAY = 0x58;
  private static final int BINARY = 0x60;
  private static final int LEGACY_UUID = 0x62;
  private static final int UUID_TAG = 0x64;
  private static final int OBJECT_ID = 0x70;
  private static final int BOOLEAN = 0x80;
  private static final int DATE = 0x90;
  private static final int TIMESTAMP = 0x98;
  private static final int REGEX = 0xA0;
  private static final int MAX_KEY = 0xF0;

  private static final int RESIDUAL_OFFSET = 0x8000;

  private byte[] buffer = new byte[64];
  private int length;

  static Key of(@Nullable Object value) {
    return new KeyWriter().append(value, true).toKey();
  }

  KeyWriter append(@Nullable Object value, boolean ascending) {
    int start = length;
    write(value);
    if (!ascending) {
      complement(start);
    }
    return this;
  }

  /** Only the type: the beginning of every value of the same type. */
  KeyWriter appendTypeOf(Object value, boolean ascending) {
    int start = length;
    put(tagOf(value));
    if (!ascending) {
      complement(start);
    }
    return this;
  }

  KeyWriter append(Key key) {
    return append(key.bytes());
  }

  KeyWriter append(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  int length() {
    return length;
  }

  Key toKey() {
    return new Key(Arrays.copyOf(buffer, length));
  }

  private static int tagOf(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Missing _ -> NULL;
      case MinKey _ -> MIN_KEY;
      case MaxKey _ -> MAX_KEY;
      case Number _ -> NUMBER;
      case String _ -> STRING;
      case Map<?, ?> _ -> DOCUMENT;
      case Collection<?> _ -> ARRAY;
      case BinData _ -> BINARY;
      case LegacyUUID _ -> LEGACY_UUID;
      case UUID _ -> UUID_TAG;
      case ObjectId _ -> OBJECT_ID;
      case Boolean _ -> BOOLEAN;
      case Instant _ -> DATE;
      case BsonTimestamp _ -> TIMESTAMP;
      case BsonRegularExpression _ -> REGEX;
      case EmptyArray _ -> NO_ELEMENTS;
      default ->
          throw new BadValueException(
              "a value of type "
                  + value.getClass().getSimpleName()
                  + " cannot be indexed: use a string, number or date");
    };
  }

  private void write(@Nullable Object value) {
    put(tagOf(value));
    switch (value) {
      case null -> {}
      case Number number -> writeNumber(number);
      case String string -> writeString(string);
      case Map<?, ?> map -> writeDocument(map);
      case Collection<?> elements -> {
        elements.forEach(this::write);
        put(0);
      }
      case BinData data -> {
        putLong(data.getData().length);
        append(data.getData());
      }
      case LegacyUUID uuid -> writeUuid(uuid.getUuid());
      case UUID uuid -> writeUuid(uuid);
      case ObjectId id -> append(id.toByteArray());
      case Boolean flag -> put(flag ? 1 : 0);
      case Instant instant -> putLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
      case BsonTimestamp timestamp -> putLong(timestamp.getValue() ^ Long.MIN_VALUE);
      case BsonRegularExpression regex -> {
        writeString(regex.getPattern());
        writeString(String.valueOf(regex.getOptions()));
      }
      default -> {} // the type says it all: MinKey, MaxKey, missing, the empty array
    }
  }

  private void writeDocument(Map<?, ?> map) {
    for (Map.Entry<?, ?> field : map.entrySet()) {
      put(tagOf(field.getValue()));
      writeString(String.valueOf(field.getKey()));
      write(field.getValue());
    }
    put(0);
  }

  /**
   * The nearest double, then what a long of more than 53 bits differs from it: equal numbers, equal
   * bytes.
   */
  private void writeNumber(Number number) {
    double nearest = number.doubleValue() + 0.0; // -0.0 becomes 0.0
    long residual = number instanceof Long exact ? exact - (long) nearest : 0;
    long bits = Double.doubleToLongBits(nearest);
    putLong(bits ^ ((bits >> 63) | Long.MIN_VALUE));
    int shifted = (int) residual + RESIDUAL_OFFSET;
    put(shifted >> 8);
    put(shifted);
  }

  /**
   * UTF-16 units in UTF-8 form (the order of {@link String#compareTo}), zero escaped, two zeros at
   * the end.
   */
  private void writeString(String string) {
    reserve(string.length() * 3 + 2);
    for (int i = 0; i < string.length(); i++) {
      char unit = string.charAt(i);
      if (unit == 0) {
        put(0);
        put(0xFF);
      } else if (unit < 0x80) {
        put(unit);
      } else if (unit < 0x800) {
        put(0xC0 | unit >> 6);
        put(0x80 | unit & 0x3F);
      } else {
        put(0xE0 | unit >> 12);
        put(0x80 | unit >> 6 & 0x3F);
        put(0x80 | unit & 0x3F);
      }
    }
    put(0);
    put(0);
  }

  private void writeUuid(UUID uuid) {
    putLong(uuid.getMostSignificantBits());
    putLong(uuid.getLeastSignificantBits());
  }

  private void putLong(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((int) (value >> shift));
    }
  }

  private void put(int value) {
    reserve(1);
    buffer[length++] = (byte) value;
  }

  private void reserve(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }

  private void complement(int start) {
    for (int i = start; i < length; i++) {
      buffer[i] = (byte) ~buffer[i];
    }
  }
}
