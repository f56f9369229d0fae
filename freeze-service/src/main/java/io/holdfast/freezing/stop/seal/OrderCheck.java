package io.holdfast.freezing.stop.seal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.holdfast.kit.crypto.CanonicalJson;
import io.holdfast.kit.crypto.OrderSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks an order as a bank has it (the JSON of {@code GET /v1/stopOrders/{id}}) against the
 * signature on it, with public keys alone (the JSON of {@code GET /v1/signingKeys}). Asks nobody.
 */
public final class OrderCheck {
  /** Where a field of the order stands in what was signed; one of the parts by a dot. */
  private static final Map<String, String> SIGNED_AS =
      Map.ofEntries(
          Map.entry("id", "id"),
          Map.entry("orderNumber", "orderNumber"),
          Map.entry("caseId", "caseId"),
          Map.entry("station", "station"),
          Map.entry("bank", "bank"),
          Map.entry("policy", "policy"),
          Map.entry("accountNumber", "payee.accountNumber"),
          Map.entry("accountName", "payee.accountName"),
          Map.entry("officer.name", "officer.name"),
          Map.entry("officer.officerNumber", "officer.number"),
          Map.entry("officer.phone", "officer.phone"));

  private static final Map<String, String> TRANSFER_SIGNED_AS =
      Map.of(
          "number", "number",
          "amountFen", "amountFen",
          "serialNumber", "serialNumber",
          "payerInstitutionName", "payerInstitutionName",
          "payerAccountNumber", "payerAccountNumber",
          "payerAccountName", "payerAccountName");

  private OrderCheck() {}

  /**
   * What is wrong, a line each; empty: the order is as it was signed.
   *
   * @throws IllegalArgumentException if the order carries no signature that this reader is shown
   */
  public static List<String> findings(JsonObject order, JsonObject keys) {
    @Nullable JsonElement signature = order.get("signature");
    byte[] bytes = bytes(signature, "signedBytes");
    byte[] signed = bytes(signature, "signature");
    String keyId = text(order, "signature.keyId");
    byte[] key = null;
    for (JsonElement each : array(keys, "signingKeys")) {
      if (text(each.getAsJsonObject(), "keyId").equals(keyId)) {
        key = bytes(each, "publicKey");
      }
    }
    if (key == null) {
      return List.of("KEY_UNKNOWN " + keyId);
    }
    if (!OrderSigner.verify(key, bytes, signed)) {
      return List.of("SIGNATURE_WRONG");
    }
    JsonObject text =
        JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    if (!text(text, "form").equals(OrderSealer.FORM)) {
      return List.of("FORM_UNKNOWN " + text(text, "form"));
    }
    if (!Arrays.equals(CanonicalJson.bytes(map(text)), bytes)) {
      return List.of("NOT_CANONICAL");
    }
    return differences(order, text);
  }

  private static List<String> differences(JsonObject order, JsonObject signed) {
    var found = new ArrayList<String>();
    SIGNED_AS.forEach((field, as) -> compare(found, field, text(order, field), text(signed, as)));
    // Once the second officer has confirmed for himself his login's card is shown in its place.
    if (!text(order, "secondOfficerState").equals("OFFICER_CONFIRMED")) {
      compare(
          found,
          "secondOfficer.name",
          text(order, "secondOfficer.name"),
          text(signed, "secondOfficer.name"));
      compare(
          found,
          "secondOfficer.officerNumber",
          text(order, "secondOfficer.officerNumber"),
          text(signed, "secondOfficer.number"));
    }
    compare(
        found,
        "accountKind",
        named(text(order, "accountKind"), "ACCOUNT_KIND_UNSPECIFIED", "ANY"),
        text(signed, "payee.kind"));
    compareTime(found, "createTime", text(order, "createTime"), text(signed, "issueTime"));
    compare(found, "amountFen", asked(order), text(signed, "amountFen"));
    String consent = text(signed, "payee.victimsConsentTime");
    if (!consent.isEmpty() || !text(order, "consentTime").isEmpty()) {
      compareTime(found, "consentTime", text(order, "consentTime"), consent);
    }
    JsonArray shown = array(order, "transfers");
    JsonArray told = array(signed, "transfers");
    compare(found, "transfers", "" + shown.size(), "" + told.size());
    for (int i = 0; i < Math.min(shown.size(), told.size()); i++) {
      transfer(found, i, shown.get(i).getAsJsonObject(), told.get(i).getAsJsonObject());
    }
    found.sort(String::compareTo);
    return found;
  }

  /** Without what was told after the order had gone out. */
  private static String asked(JsonObject order) {
    long later = 0;
    for (JsonElement each : array(order, "laterTransfers")) {
      later += Long.parseLong(text(each.getAsJsonObject(), "amountFen"));
    }
    String amount = text(order, "amountFen");
    return amount.isEmpty() ? amount : Long.toString(Long.parseLong(amount) - later);
  }

  private static void transfer(List<String> found, int index, JsonObject shown, JsonObject told) {
    String path = "transfers[" + index + "].";
    TRANSFER_SIGNED_AS.forEach(
        (field, as) -> compare(found, path + field, text(shown, field), text(told, as)));
    compareTime(found, path + "transferTime", text(shown, "transferTime"), text(told, "time"));
    compare(
        found,
        path + "channel",
        named(text(shown, "channel"), "TRANSFER_CHANNEL_UNSPECIFIED", "NOT_TOLD"),
        text(told, "channel"));
  }

  private static String named(String shown, String unspecified, String as) {
    return shown.isEmpty() || shown.equals(unspecified) ? as : shown;
  }

  private static void compare(List<String> found, String field, String shown, String signed) {
    if (!shown.equals(signed)) {
      found.add("FIELD_DIFFERS " + field);
    }
  }

  private static void compareTime(List<String> found, String field, String shown, String signed) {
    if (shown.isEmpty()
        || signed.isEmpty()
        || !Instant.parse(shown).equals(Instant.parse(signed))) {
      found.add("FIELD_DIFFERS " + field);
    }
  }

  private static JsonArray array(JsonObject in, String name) {
    JsonElement found = in.get(name);
    return found == null ? new JsonArray() : found.getAsJsonArray();
  }

  private static byte[] bytes(@Nullable JsonElement in, String name) {
    if (in == null || in.getAsJsonObject().get(name) == null) {
      throw new IllegalArgumentException(
          name + " is missing (expected: the order as bank-liaison or bank-system is shown it)");
    }
    return Base64.getDecoder().decode(in.getAsJsonObject().get(name).getAsString());
  }

  /** The text at a path of names; empty where there is none. */
  private static String text(JsonObject in, String path) {
    @Nullable JsonElement at = in;
    for (String name : path.split("\\.", -1)) {
      at = at != null && at.isJsonObject() ? at.getAsJsonObject().get(name) : null;
    }
    return at == null || at.isJsonNull() ? "" : at.getAsString();
  }

  private static Map<String, Object> map(JsonObject object) {
    var map = new LinkedHashMap<String, Object>();
    object.entrySet().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
    return map;
  }

  private static Object value(JsonElement element) {
    if (element instanceof JsonObject object) {
      return map(object);
    }
    if (element instanceof JsonArray array) {
      return array.asList().stream().map(OrderCheck::value).toList();
    }
    JsonPrimitive primitive = element.getAsJsonPrimitive();
    if (primitive.isNumber()) {
      return primitive.getAsLong();
    }
    return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : primitive.getAsString();
  }
}
