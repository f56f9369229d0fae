package io.holdfast.casefile.grpc;

import io.grpc.stub.StreamObserver;
import io.holdfast.casefile.advice.AdviceBook;
import io.holdfast.casefile.report.FraudType;
import io.holdfast.casefile.wire.CaseProtos;
import io.holdfast.proto.casefile.v1.Advice;
import io.holdfast.proto.casefile.v1.AdviceText;
import io.holdfast.proto.casefile.v1.GetAdviceRequest;
import io.holdfast.proto.casefile.v1.VictimAdviceGrpc.VictimAdviceImplBase;

/** What a victim must do meanwhile. */
public final class AdviceGrpc extends VictimAdviceImplBase {
  private final AdviceBook zh = AdviceBook.inUse("zh");
  private final AdviceBook en = AdviceBook.inUse("en");

  @Override
  public void getAdvice(GetAdviceRequest request, StreamObserver<Advice> answer) {
    FraudType type = CaseProtos.fraudType(request.getFraudType());
    answer.onNext(
        Advice.newBuilder()
            .setVersion(AdviceBook.VERSION)
            .setFraudType(request.getFraudType())
            .setZh(toProto(zh.text(type)))
            .setEn(toProto(en.text(type)))
            .build());
    answer.onCompleted();
  }

  private static AdviceText toProto(io.holdfast.casefile.advice.AdviceText text) {
    return AdviceText.newBuilder()
        .setTitle(text.title())
        .addAllForType(text.forType())
        .addAllForAll(text.forAll())
        .addAllSources(text.sources())
        .build();
  }
}
