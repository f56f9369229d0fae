package io.holdfast.freezing;

import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.freezing.v1.AcknowledgeAccountQueryRequest;
import io.holdfast.proto.freezing.v1.FoundNothing;
import io.holdfast.proto.freezing.v1.FoundOnward;
import io.holdfast.proto.freezing.v1.FoundPayee;
import io.holdfast.proto.freezing.v1.GetAccountQueryRequest;
import io.holdfast.proto.freezing.v1.LookupUnableReason;
import io.holdfast.proto.freezing.v1.RecordOnwardRequest;
import io.holdfast.proto.freezing.v1.RecordPayeeRequest;
import io.holdfast.proto.freezing.v1.RecordUnableRequest;

/** What police and institutions say of a lookup, for tests. All data made up (测试). */
final class LookupRequests {
  private LookupRequests() {}

  static GetAccountQueryRequest named(String id) {
    return GetAccountQueryRequest.newBuilder().setId(id).build();
  }

  static AcknowledgeAccountQueryRequest take(String id) {
    return AcknowledgeAccountQueryRequest.newBuilder().setId(id).build();
  }

  static RecordPayeeRequest payee(String id, String account) {
    return RecordPayeeRequest.newBuilder().setId(id).setFound(found(account)).build();
  }

  static FoundPayee found(String account) {
    return FoundPayee.newBuilder()
        .setPayee(
            Account.newBuilder()
                .setKind(AccountKind.CARD)
                .setAccountNumber(account)
                .setAccountName("张测试"))
        .build();
  }

  static RecordOnwardRequest onward(String id, String firm) {
    return RecordOnwardRequest.newBuilder()
        .setId(id)
        .setFound(FoundOnward.newBuilder().setInstitutionName(firm).setSerialNumber("W-1"))
        .build();
  }

  static RecordUnableRequest unable(String id, LookupUnableReason reason) {
    return RecordUnableRequest.newBuilder().setId(id).setFound(nothing(reason)).build();
  }

  static FoundNothing nothing(LookupUnableReason reason) {
    return FoundNothing.newBuilder().setReason(reason).build();
  }
}
