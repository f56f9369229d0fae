package io.holdfast.kit.mongo;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.value.Personal;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Stores records as documents and reads them back. One member, one field, under its own name; a
 * sealed interface's variant carries {@code is} with its simple name; {@link Personal} is sealed to
 * the document's id. A field that a stored document lacks reads as null, zero or empty, so members
 * can be added. Renaming one changes the stored form: the golden files notice.
 */
final class RecordCodec {
  private static final String VARIANT = "is";

  private interface Form {
    @Nullable Object toStore(Object value, String associated);

    @Nullable Object fromStore(@Nullable Object stored, String associated);
  }

  private final Sealer sealer;
  private final Map<Type, Form> forms = new ConcurrentHashMap<>();

  RecordCodec(Sealer sealer) {
    this.sealer = sealer;
  }

  /** The record as a document; {@code associated} binds its personal values to their place. */
  Document encode(Record value, String associated) {
    return (Document) require(form(value.getClass()).toStore(value, associated));
  }

  /** The record that was stored. */
  <T extends Record> T decode(Class<T> type, Document stored, String associated) {
    return type.cast(require(form(type).fromStore(stored, associated)));
  }

  private Form form(Type type) {
    Form known = forms.get(type);
    if (known != null) {
      return known;
    }
    Form made = make(type);
    forms.put(type, made);
    return made;
  }

  private Form make(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    if (!(type instanceof Class<?> raw)) {
      throw new IllegalArgumentException(type + " cannot be stored (expected: a class)");
    }
    if (raw == Personal.class) {
      return new PersonalForm();
    }
    if (raw.isRecord()) {
      return new RecordForm(raw);
    }
    if (raw.isEnum()) {
      return enumeration(raw);
    }
    if (raw.isSealed()) {
      return new SealedForm(raw);
    }
    return plain(raw);
  }

  private static Form plain(Class<?> raw) {
    if (raw == String.class || raw == boolean.class || raw == Boolean.class) {
      return simple(raw, v -> v, v -> v);
    }
    if (raw == int.class || raw == Integer.class) {
      return simple(raw, v -> v, v -> ((Number) v).intValue());
    }
    if (raw == long.class || raw == Long.class) {
      return simple(raw, v -> v, v -> ((Number) v).longValue());
    }
    if (raw == Instant.class) {
      return simple(raw, v -> Date.from((Instant) v), v -> ((Date) v).toInstant());
    }
    if (raw == Duration.class) {
      return simple(
          raw, v -> ((Duration) v).toMillis(), v -> Duration.ofMillis(((Number) v).longValue()));
    }
    if (raw == byte[].class) {
      return simple(raw, v -> new Binary((byte[]) v), v -> ((Binary) v).getData());
    }
    throw new IllegalArgumentException(
        raw.getName() + " cannot be stored (expected: record, sealed type, enum or plain value)");
  }

  private interface Step {
    Object apply(Object value);
  }

  private static Form simple(Class<?> raw, Step to, Step from) {
    return new Form() {
      @Override
      public Object toStore(Object value, String associated) {
        return to.apply(value);
      }

      @Override
      public @Nullable Object fromStore(@Nullable Object stored, String associated) {
        return stored == null ? missing(raw) : from.apply(stored);
      }
    };
  }

  private static @Nullable Object missing(Class<?> raw) {
    if (raw == int.class) {
      return 0;
    }
    if (raw == long.class) {
      return 0L;
    }
    return raw == boolean.class ? Boolean.FALSE : null;
  }

  private static Form enumeration(Class<?> raw) {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (Object constant : raw.getEnumConstants()) {
      byName.put(((Enum<?>) constant).name(), constant);
    }
    return new Form() {
      @Override
      public Object toStore(Object value, String associated) {
        return ((Enum<?>) value).name();
      }

      @Override
      public @Nullable Object fromStore(@Nullable Object stored, String associated) {
        return stored == null ? null : require(byName.get(stored));
      }
    };
  }

  private Form container(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    if (raw == List.class || raw == Set.class) {
      return new ManyForm(raw == Set.class, generic.getActualTypeArguments()[0]);
    }
    if (raw == Map.class && generic.getActualTypeArguments()[0] == String.class) {
      return new MapForm(generic.getActualTypeArguments()[1]);
    }
    throw new IllegalArgumentException(generic + " cannot be stored (expected: List, Set or Map)");
  }

  private static Object require(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("a stored value is missing or unknown");
    }
    return value;
  }

  private final class PersonalForm implements Form {
    @Override
    public Object toStore(Object value, String associated) {
      var personal = (Personal) value;
      byte[] plain =
          (personal.kind().name() + ':' + personal.reveal()).getBytes(StandardCharsets.UTF_8);
      return new Binary(sealer.seal(plain, associated));
    }

    @Override
    public @Nullable Object fromStore(@Nullable Object stored, String associated) {
      if (stored == null) {
        return null;
      }
      String plain =
          new String(sealer.open(((Binary) stored).getData(), associated), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return Personal.of(
          Personal.Kind.valueOf(plain.substring(0, colon)), plain.substring(colon + 1));
    }
  }

  private final class RecordForm implements Form {
    private final RecordComponent[] components;
    private final Constructor<?> constructor;

    RecordForm(Class<?> raw) {
      components = raw.getRecordComponents();
      try {
        constructor =
            raw.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its canonical constructor", e);
      }
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
      }
    }

    @Override
    public Document toStore(Object value, String associated) {
      var document = new Document();
      try {
        for (RecordComponent component : components) {
          Object member = component.getAccessor().invoke(value);
          if (member != null) {
            document.append(
                component.getName(), form(component.getGenericType()).toStore(member, associated));
          }
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a record's accessor cannot fail", e);
      }
      return document;
    }

    @Override
    public @Nullable Object fromStore(@Nullable Object stored, String associated) {
      if (stored == null) {
        return null;
      }
      var document = (Document) stored;
      var members = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        members[i] =
            form(components[i].getGenericType())
                .fromStore(document.get(components[i].getName()), associated);
      }
      try {
        return constructor.newInstance(members);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "stored " + constructor.getDeclaringClass().getSimpleName() + " breaks its own rules",
            e);
      }
    }
  }

  private final class SealedForm implements Form {
    private final Map<String, Class<?>> variants = new LinkedHashMap<>();

    SealedForm(Class<?> raw) {
      collect(raw);
    }

    private void collect(Class<?> raw) {
      for (Class<?> variant : raw.getPermittedSubclasses()) {
        if (variant.isSealed()) {
          collect(variant);
        } else {
          variants.put(variant.getSimpleName(), variant);
        }
      }
    }

    @Override
    public Object toStore(Object value, String associated) {
      var document = new Document(VARIANT, value.getClass().getSimpleName());
      document.putAll((Document) require(form(value.getClass()).toStore(value, associated)));
      return document;
    }

    @Override
    public @Nullable Object fromStore(@Nullable Object stored, String associated) {
      if (stored == null) {
        return null;
      }
      Class<?> variant = variants.get(((Document) stored).getString(VARIANT));
      return form((Class<?>) require(variant)).fromStore(stored, associated);
    }
  }

  private final class ManyForm implements Form {
    private final boolean unique;
    private final Type element;

    ManyForm(boolean unique, Type element) {
      this.unique = unique;
      this.element = element;
    }

    @Override
    public Object toStore(Object value, String associated) {
      var items = new ArrayList<@Nullable Object>();
      for (Object item : (Collection<?>) value) {
        items.add(form(element).toStore(item, associated));
      }
      return items;
    }

    @Override
    public Object fromStore(@Nullable Object stored, String associated) {
      var items = new ArrayList<Object>();
      if (stored != null) {
        for (Object item : (Collection<?>) stored) {
          items.add(require(form(element).fromStore(item, associated)));
        }
      }
      return unique ? new LinkedHashSet<>(items) : List.copyOf(items);
    }
  }

  private final class MapForm implements Form {
    private final Type element;

    MapForm(Type element) {
      this.element = element;
    }

    @Override
    public Object toStore(Object value, String associated) {
      var document = new Document();
      ((Map<?, ?>) value)
          .forEach(
              (key, item) ->
                  document.append((String) key, form(element).toStore(item, associated)));
      return document;
    }

    @Override
    public Object fromStore(@Nullable Object stored, String associated) {
      var map = new LinkedHashMap<String, Object>();
      if (stored != null) {
        ((Document) stored)
            .forEach(
                (key, item) -> map.put(key, require(form(element).fromStore(item, associated))));
      }
      return Map.copyOf(map);
    }
  }
}
