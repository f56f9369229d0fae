package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.routing.Router;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.routing.Wanted;
import io.holdfast.freezing.stop.BankAnswer;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** To whom an order goes on whose bank has said that the account is not its own. */
final class Reroute {
  private Reroute() {}

  static Optional<Destination.Bank> to(
      Router router, StopOrder order, BankAnswer.NotOurs answer, Instant now) {
    Set<String> not = new HashSet<>();
    not.add(order.destination().bank());
    order.asked().forEach(each -> not.add(each.bank().institution()));
    return hinted(router, order, answer.hint(), not)
        .map(
            bank ->
                new Destination.Bank(
                    bank, Routing.Basis.BY_HINT, "named by " + order.destination().bank(), now))
        .or(() -> table(router, order.request().payee(), not, now));
  }

  private static Optional<String> hinted(
      Router router, StopOrder order, String hint, Set<String> not) {
    if (hint.isBlank()) {
      return Optional.empty();
    }
    if (router.bank(hint).isPresent()) {
      return Optional.of(hint).filter(bank -> !not.contains(bank));
    }
    var named =
        new Wanted(
            order.request().payee().kind(), hint, "", Personal.of(Personal.Kind.ACCOUNT, ""));
    return router.route(named, not) instanceof Routing.Found found
        ? Optional.of(found.institution())
        : Optional.empty();
  }

  private static Optional<Destination.Bank> table(
      Router router, Payee payee, Set<String> not, Instant now) {
    var wanted =
        new Wanted(
            payee.kind(), payee.institutionName(), payee.chosenInstitution(), payee.number());
    return router.route(wanted, not) instanceof Routing.Found(var bank, var basis, var reason)
        ? Optional.of(new Destination.Bank(bank, basis, reason, now))
        : Optional.empty();
  }
}
