package io.holdfast.liaison.desk;

/**
 * What the station must know of an order and can do nothing about: it lies on the unit's desk until
 * somebody has taken note, or it is no longer so. Opened by the news alone, so that what was noted
 * does not come back with the order's next change.
 */
final class ToNote {
  private ToNote() {}

  static Want failed(StopNews news) {
    return news instanceof StopNews.Failed ? open() : until(news instanceof StopNews.Corrected);
  }

  static Want withdrawn(StopNews news) {
    return news instanceof StopNews.Withdrawn ? open() : until(false);
  }

  static Want extensionRefused(StopCard card, StopNews news) {
    if (news instanceof StopNews.ExtensionRefused) {
      return open();
    }
    return switch (card.extension()) {
      // Asked again, or granted after all.
      case REQUESTED, GRANTED -> until(card.phase() == StopCard.Phase.STOPPED);
      case NOT_REQUESTED, REFUSED -> until(false);
    };
  }

  private static Want open() {
    return new Want.Open(null, Urgency.NONE);
  }

  private static Want until(boolean over) {
    return over ? new Want.Closed() : new Want.Kept(Urgency.NONE);
  }
}
