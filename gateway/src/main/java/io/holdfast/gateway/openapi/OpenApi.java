package io.holdfast.gateway.openapi;

import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.route.Binding;
import java.util.List;

/** x. */
public final class OpenApi {
  /** x. */
  public OpenApi(Contract contract, List<Binding> bindings) {}

  /** x. */
  public byte[] json() {
    return new byte[0];
  }
}
