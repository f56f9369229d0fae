package io.holdfast.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * The story of one fraud, told by region 999 with the demo's limits of seconds. Every step is one
 * person's, with his own token.
 */
final class Story {
  private final FirstCard card;
  private final MovingOn movingOn;
  private final SecondVictim secondVictim;
  private final CallBack callBack;
  private final MoneyTrail trail;

  Story(Cast cast, StoryClock clock, Narrator narrator) {
    card = new FirstCard(cast, clock, narrator);
    movingOn = new MovingOn(cast, clock, narrator, card);
    secondVictim = new SecondVictim(cast, clock, narrator, card);
    callBack = new CallBack(cast, clock, narrator, card);
    trail = new MoneyTrail(cast.auditor(), narrator);
  }

  /** Tells the story from the report to the lapse; throws where it does not go as told. */
  void tell() {
    card.stopped();
    movingOn.tell();
    // What is held is held for as long as a stop runs: read before it ends.
    trail.audit(card.caseId());
    secondVictim.tell();
    card.papersComeLate();
    card.extend();
    callBack.tell();
    card.lapse();
    secondVictim.ended();
  }

  FirstCard card() {
    return card;
  }

  SecondVictim secondVictim() {
    return secondVictim;
  }

  String trace() {
    return callBack.trace();
  }

  /** The case's orders, the first card's before those that followed the money. */
  List<String> orders() {
    List<String> orders = new ArrayList<>();
    orders.add(card.orderId());
    orders.addAll(movingOn.orders());
    return orders;
  }
}
