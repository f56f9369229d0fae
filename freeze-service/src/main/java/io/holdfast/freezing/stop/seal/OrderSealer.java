package io.holdfast.freezing.stop.seal;

import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.Seal;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.crypto.CanonicalJson;
import io.holdfast.kit.crypto.OrderSigner;
import io.holdfast.kit.value.Personal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Signs an order as it goes to its bank: Ed25519 over the RFC 8785 JSON of everything the bank is
 * asked. Whoever has the public key can check it without asking anybody.
 */
public final class OrderSealer {
  /** Names the form of the signed text; another form gets another name. */
  public static final String FORM = "holdfast.stop-order.v1";

  private final OrderSigner signer;

  public OrderSealer(OrderSigner signer) {
    this.signer = signer;
  }

  /** The signature on {@code request} as it goes to {@code bank} at {@code time}. */
  public Seal seal(String order, StopRequest request, String bank, Instant time) {
    String text =
        CanonicalJson.text(
            Map.ofEntries(
                Map.entry("form", FORM),
                Map.entry("id", order),
                Map.entry("orderNumber", request.orderNumber()),
                Map.entry("caseId", request.caseId()),
                Map.entry("station", request.station()),
                Map.entry("region", request.region()),
                Map.entry("bank", bank),
                Map.entry("policy", request.limits().policy()),
                Map.entry("payee", payee(request)),
                Map.entry("amountFen", Long.toString(request.amountFen())),
                Map.entry("transfers", request.transfers().stream().map(this::transfer).toList()),
                Map.entry("officer", officer(request.officer())),
                Map.entry("secondOfficer", officer(request.secondOfficer())),
                Map.entry("issueTime", request.issueTime()),
                Map.entry("dispatchTime", time)));
    byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
    return new Seal(
        Personal.of(Personal.Kind.TEXT, text),
        Base64.getEncoder().encodeToString(signature),
        signer.keyId());
  }

  private static Map<String, Object> payee(StopRequest request) {
    Payee payee = request.payee();
    Map<String, Object> signed = new HashMap<>();
    signed.put("kind", payee.kind().name());
    signed.put("institutionName", payee.institutionName());
    signed.put("accountNumber", payee.number().reveal());
    signed.put("accountName", payee.name().reveal());
    if (request.purpose() instanceof Purpose.Protective(var time, _)) {
      signed.put("victimsConsentTime", time);
    }
    return signed;
  }

  private Map<String, Object> transfer(TransferOut transfer) {
    return Map.of(
        "number", transfer.number(),
        "amountFen", Long.toString(transfer.amountFen()),
        "time", transfer.time(),
        "channel", transfer.channel().name(),
        "serialNumber", transfer.serialNumber(),
        "payerInstitutionName", transfer.payerInstitutionName(),
        "payerAccountNumber", transfer.payerNumber().reveal(),
        "payerAccountName", transfer.payerName().reveal());
  }

  private static Map<String, Object> officer(Officer officer) {
    return Map.of(
        "name", officer.name().reveal(),
        "number", officer.number(),
        "phone", officer.phone().reveal());
  }
}
