package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.desk.ExtensionDesk;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;

/** A bank's right answer in the place of a wrong one: to the stop itself, or to its extension. */
final class CorrectedAnswers {
  private final StopDesk desk;
  private final ExtensionDesk extensions;

  CorrectedAnswers(StopDesk desk, ExtensionDesk extensions) {
    this.desk = desk;
    this.extensions = extensions;
  }

  Stored<StopOrder> correct(Call call, CorrectAnswerRequest request, Mutation by) {
    String right =
        request
            .getDescriptorForType()
            .findFieldByNumber(request.getAnswerCase().getNumber())
            .getJsonName();
    return Problem.within(right, () -> corrected(call, request, by));
  }

  private Stored<StopOrder> corrected(Call call, CorrectAnswerRequest request, Mutation by) {
    if (request.hasExtension()) {
      var right = StopCommands.right(call, request.getExtension());
      return extensions.correctExtension(call, request.getId(), by, right, request.getReason());
    }
    if (request.hasExtensionRefusal()) {
      var right = StopCommands.right(call, request.getExtensionRefusal());
      return desk.act(
          call, request.getId(), by, new StopCommand.CorrectToRefusal(right, request.getReason()));
    }
    return desk.act(
        call,
        request.getId(),
        by,
        seen ->
            new StopCommand.CorrectAnswer(
                StopCommands.right(
                    call,
                    request,
                    record -> desk.match(seen.state(), StopCommands.whole(record, seen.state()))),
                request.getReason()));
  }
}
