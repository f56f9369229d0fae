package io.holdfast.gateway.transcode;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.contract.Grants;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.route.Binding;
import io.holdfast.gateway.route.Bindings;
import java.util.List;
import java.util.Map;

/** Puts a request message together from body, query and path, the path having the last word. */
public final class RequestReader {
  private static final String RESUME_TOKEN = "resume_token";
  private static final int PARAMETERS_MAX = 100;

  private final FieldNames names = new FieldNames();
  private final JsonReader json;

  /** A reader of this contract's messages. */
  public RequestReader(Contract contract) {
    this.json = new JsonReader(names, contract.types());
  }

  /**
   * The request message.
   *
   * @param path variables by field path
   * @param query decoded parameters
   * @param body the JSON body; empty where there is none
   */
  DynamicMessage read(
      Binding binding, Map<String, String> path, Map<String, List<String>> query, byte[] body) {
    DynamicMessage.Builder request = DynamicMessage.newBuilder(binding.method().getInputType());
    if (body.length > 0) {
      switch (binding.body()) {
        case Binding.NoBody() -> {}
        case Binding.WholeBody() -> json.read(body, request);
        case Binding.FieldBody(FieldDescriptor field) -> {
          Message.Builder nested = request.newBuilderForField(field);
          json.read(body, nested);
          request.setField(field, nested.build());
        }
      }
    }
    if (query.size() > PARAMETERS_MAX) {
      throw Refusal.field("", "QUERY_TOO_LONG", "at most " + PARAMETERS_MAX + " parameters");
    }
    query.forEach((name, values) -> parameter(binding, request, name, values));
    path.forEach((name, value) -> set(request, name, List.of(value), name));
    return request.build();
  }

  /** The request asking to go on after the event with this id; unchanged where it cannot. */
  static DynamicMessage resumed(DynamicMessage request, String lastEventId) {
    FieldDescriptor token = request.getDescriptorForType().findFieldByName(RESUME_TOKEN);
    return token == null ? request : request.toBuilder().setField(token, lastEventId).build();
  }

  private void parameter(
      Binding binding, DynamicMessage.Builder request, String name, List<String> values) {
    FieldDescriptor field = null;
    var type = binding.method().getInputType();
    for (String part : name.split("\\.", -1)) {
      field = type == null ? null : names.find(type, part);
      if (field == null) {
        break;
      }
      if (Grants.personal(field)) {
        throw new Refusal(Refusal.Reason.PERSONAL_IN_URL, Map.of(), List.of(), null);
      }
      type =
          field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : null;
    }
    boolean bound =
        binding.body() instanceof Binding.FieldBody(FieldDescriptor body)
            && names.find(binding.method().getInputType(), name.split("\\.", 2)[0]) == body;
    boolean bytes =
        binding.kind() == Binding.Kind.UPLOAD
            && field != null
            && field.getName().equals(Bindings.CHUNK);
    if (field == null || bound || bytes || !binding.queryBinds()) {
      // A name may be anything a caller typed, so only what looks like a name is repeated.
      throw Refusal.field(
          name.matches("[A-Za-z_.]{1,64}") ? name : "",
          "PARAMETER_UNKNOWN",
          "the contract has no such query parameter here");
    }
    set(request, name, values, name);
  }

  private void set(Message.Builder into, String path, List<String> values, String where) {
    int dot = path.indexOf('.');
    FieldDescriptor field =
        names.find(into.getDescriptorForType(), dot < 0 ? path : path.substring(0, dot));
    if (field == null) {
      throw Refusal.field("", "PARAMETER_UNKNOWN", "the contract has no such field");
    }
    if (dot >= 0) {
      if (field.isRepeated() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        throw Scalars.misfit(where, "a field that has fields");
      }
      Message.Builder nested = ((Message) into.getField(field)).toBuilder();
      set(nested, path.substring(dot + 1), values, where);
      into.setField(field, nested.build());
      return;
    }
    if (field.isMapField() || (!field.isRepeated() && values.size() > 1)) {
      throw Refusal.field(where, "PARAMETER_REPEATED", "given more than once");
    }
    if (field.isRepeated()) {
      for (String value : values) {
        into.addRepeatedField(field, value(into, field, value, where));
      }
    } else {
      into.setField(field, value(into, field, values.get(0), where));
    }
  }

  private Object value(Message.Builder owner, FieldDescriptor field, String text, String where) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      return json.fromText(owner.newBuilderForField(field), text, where).build();
    }
    return Scalars.parse(field, text, where);
  }
}
