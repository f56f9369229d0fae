package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.holdfast.freezing.stop.seal.OrderCheck;
import io.holdfast.proto.freezing.v1.ListSigningKeysRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bank checks an order offline: genuine as it came, and not with a single field changed. */
class SignatureTest extends OnBench {
  /** Everything of an order that was signed and that the bank is shown. */
  private static final List<String> SHOWN =
      List.of(
          "id",
          "orderNumber",
          "caseId",
          "station",
          "bank",
          "policy",
          "accountKind",
          "accountNumber",
          "accountName",
          "amountFen",
          "createTime",
          "officer.name",
          "officer.officerNumber",
          "officer.phone",
          "transfers.0.number",
          "transfers.0.amountFen",
          "transfers.0.transferTime",
          "transfers.0.channel",
          "transfers.0.serialNumber",
          "transfers.0.payerInstitutionName",
          "transfers.0.payerAccountNumber",
          "transfers.0.payerAccountName");

  @Test
  void genuineAsItCameAndNotWithAnyFieldChanged() throws Exception {
    JsonObject order = order();
    JsonObject keys = keys();
    assertThat(OrderCheck.findings(order, keys)).isEmpty();
    for (String path : SHOWN) {
      JsonObject changed = order.deepCopy();
      change(changed, path);
      String field = path.replace(".0.", "[0].");
      assertThat(OrderCheck.findings(changed, keys))
          .as(path)
          .containsExactly("FIELD_DIFFERS " + field);
    }
    JsonObject fewer = order.deepCopy();
    fewer.getAsJsonArray("transfers").remove(0);
    assertThat(OrderCheck.findings(fewer, keys)).containsExactly("FIELD_DIFFERS transfers");
    JsonObject second = order.deepCopy();
    second.addProperty("secondOfficerState", "OFFICER_UNCONFIRMED");
    second.getAsJsonObject("secondOfficer").addProperty("name", "他人");
    assertThat(OrderCheck.findings(second, keys))
        .containsExactly("FIELD_DIFFERS secondOfficer.name");
  }

  @Test
  void whatWasSignedCannotBeChangedWithIt() throws Exception {
    JsonObject order = order();
    JsonObject keys = keys();
    JsonObject signature = order.getAsJsonObject("signature");
    String text =
        new String(
            Base64.getDecoder().decode(signature.get("signedBytes").getAsString()),
            StandardCharsets.UTF_8);
    List<String> paths = new ArrayList<>();
    leaves("", JsonParser.parseString(text), paths);
    assertThat(paths).contains("payee.accountNumber", "transfers.0.amountFen", "dispatchTime");
    for (String path : paths) {
      JsonObject signed = JsonParser.parseString(text).getAsJsonObject();
      change(signed, path);
      JsonObject changed = order.deepCopy();
      changed.getAsJsonObject("signature").addProperty("signedBytes", base64(signed.toString()));
      assertThat(OrderCheck.findings(changed, keys)).as(path).containsExactly("SIGNATURE_WRONG");
    }
    JsonObject unknown = order.deepCopy();
    unknown.getAsJsonObject("signature").addProperty("keyId", "0000000000000000");
    assertThat(OrderCheck.findings(unknown, keys)).containsExactly("KEY_UNKNOWN 0000000000000000");
    JsonObject bare = order.deepCopy();
    bare.getAsJsonObject("signature").remove("signedBytes");
    assertThatThrownBy(() -> OrderCheck.findings(bare, keys))
        .hasMessageContaining("signedBytes is missing");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void leaves(String path, JsonElement at, List<String> found) {
    if (at.isJsonObject()) {
      at.getAsJsonObject()
          .entrySet()
          .forEach(entry -> leaves(join(path, entry.getKey()), entry.getValue(), found));
    } else if (at.isJsonArray()) {
      for (int i = 0; i < at.getAsJsonArray().size(); i++) {
        leaves(join(path, Integer.toString(i)), at.getAsJsonArray().get(i), found);
      }
    } else {
      found.add(path);
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  private static void change(JsonObject in, String path) {
    String[] names = path.split("\\.");
    JsonElement at = in;
    for (int i = 0; i < names.length - 1; i++) {
      at =
          at.isJsonArray()
              ? at.getAsJsonArray().get(Integer.parseInt(names[i]))
              : at.getAsJsonObject().get(names[i]);
    }
    JsonObject holder = at.getAsJsonObject();
    String name = names[names.length - 1];
    JsonElement before = holder.get(name);
    if (name.endsWith("Time") || name.equals("time")) {
      holder.addProperty(name, "2026-01-01T00:00:00Z");
    } else if (before.getAsJsonPrimitive().isNumber()) {
      holder.addProperty(name, before.getAsLong() + 1);
    } else {
      holder.addProperty(name, before.getAsString() + "9");
    }
  }

  private JsonObject order() throws Exception {
    String id = bench.sent(ACCOUNT);
    StopOrder order = bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    return json(order);
  }

  private JsonObject keys() throws Exception {
    return json(bench.banker().listSigningKeys(ListSigningKeysRequest.getDefaultInstance()));
  }

  /** As the gateway writes it. */
  static JsonObject json(Message message) throws Exception {
    return JsonParser.parseString(
            JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(message))
        .getAsJsonObject();
  }
}
