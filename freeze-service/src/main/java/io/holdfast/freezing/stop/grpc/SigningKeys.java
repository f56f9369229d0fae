package io.holdfast.freezing.stop.grpc;

import com.google.protobuf.ByteString;
import io.holdfast.kit.crypto.OrderSigner;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.freezing.v1.ListSigningKeysRequest;
import io.holdfast.proto.freezing.v1.ListSigningKeysResponse;
import io.holdfast.proto.freezing.v1.SigningKey;

/** The public keys by which orders are verified, those no longer signed with included. */
final class SigningKeys {
  private SigningKeys() {}

  static ListSigningKeysResponse list(OrderSigner signer, ListSigningKeysRequest request) {
    if (!request.getPageToken().isEmpty()) {
      // All keys fit the first page, so that no token was ever given.
      throw Problem.of(KitReason.PAGE_TOKEN_INVALID);
    }
    var response = ListSigningKeysResponse.newBuilder();
    signer
        .publicKeys()
        .forEach(
            (id, key) ->
                response.addSigningKeys(
                    SigningKey.newBuilder()
                        .setKeyId(id)
                        .setPublicKey(ByteString.copyFrom(key))
                        .setCurrent(id.equals(signer.keyId()))));
    return response.build();
  }
}
