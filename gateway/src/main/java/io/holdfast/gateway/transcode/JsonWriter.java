package io.holdfast.gateway.transcode;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as proto3 JSON. Fields without presence are always written, so that a list is a list and
 * a sum a sum even when empty; int64 is a string.
 */
final class JsonWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonFormat.Printer printer;

  JsonWriter(TypeRegistry types) {
    this.printer =
        JsonFormat.printer()
            .usingTypeRegistry(types)
            .omittingInsignificantWhitespace()
            .alwaysPrintFieldsWithNoPresence();
  }

  /**
   * The answer's body.
   *
   * @param only the field that is the whole answer; null: the message
   */
  byte[] write(DynamicMessage message, @Nullable FieldDescriptor only) {
    if (only == null) {
      return print(message).getBytes(StandardCharsets.UTF_8);
    }
    if (only.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !only.isRepeated()) {
      return print((Message) message.getField(only)).getBytes(StandardCharsets.UTF_8);
    }
    DynamicMessage.Builder owner = DynamicMessage.newBuilder(message.getDescriptorForType());
    owner.setField(only, message.getField(only));
    JsonNode value = MAPPER.readTree(print(owner.build())).get(only.getJsonName());
    return MAPPER.writeValueAsBytes(value);
  }

  private String print(Message message) {
    try {
      return printer.print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(
          "unprintable answer of type " + message.getDescriptorForType().getFullName(), e);
    }
  }
}
