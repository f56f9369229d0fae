package io.holdfast.liaison.desk;

import io.holdfast.liaison.desk.Plan.Dial;
import io.holdfast.liaison.desk.Plan.Place;
import io.holdfast.liaison.desk.Plan.Running;
import io.holdfast.liaison.desk.StopCard.Clock;
import io.holdfast.liaison.desk.StopCard.ClockState;
import io.holdfast.liaison.desk.StopCard.Extension;
import io.holdfast.liaison.desk.StopCard.Paper;
import io.holdfast.liaison.desk.StopCard.Phase;
import io.holdfast.liaison.directory.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which desk must have what, after each change of an order. Pure. */
public final class DeskRules {
  /** The bank must take the order in hand. */
  public static final String ACKNOWLEDGE = "acknowledge";

  /** The stop itself: 48 hours (银发〔2016〕86号 二(一)2). */
  public static final String STOP = "stop";

  /** Papers follow a phoned order within 24 hours. */
  public static final String PAPER = "paper";

  /** The bank checks delivered papers. */
  public static final String COUNTERSIGN = "countersign";

  /** The bank confirms that a hold which has ended is really lifted. */
  public static final String LIFT = "lift";

  /** The notice to the stations that share a stop whose release is wanted. */
  public static final String RELEASE_NOTICE = "release-notice";

  private static final List<String> CLOCKS =
      List.of(ACKNOWLEDGE, STOP, PAPER, COUNTERSIGN, LIFT, RELEASE_NOTICE);

  private DeskRules() {}

  /** After a change of a stop order. */
  public static Plan stop(StopCard card, StopNews news) {
    var tasks = new ArrayList<Place>();
    if (!card.bank().isEmpty()) {
      var liaison = new Mailbox(card.bank(), Desk.LIAISON_DESK);
      var security = new Mailbox(card.bank(), Desk.SECURITY_DESK);
      tasks.add(new Place(TaskKind.ANSWER_STOP, liaison, ofBank(card, answerStop(card, news))));
      tasks.add(
          new Place(TaskKind.ANSWER_EXTENSION, liaison, ofBank(card, answerExtension(card, news))));
      tasks.add(new Place(TaskKind.CONFIRM_LIFT, liaison, confirmLift(card, news)));
      tasks.add(new Place(TaskKind.COUNTERSIGN_PAPER, security, countersign(card, news)));
    }
    var unit = new Mailbox(card.station(), Desk.UNIT_DESK);
    tasks.add(new Place(TaskKind.ROUTE_STOP, supervisors(card), routeStop(card, news)));
    tasks.add(new Place(TaskKind.DELIVER_PAPER, unit, deliverPaper(card, news)));
    tasks.add(new Place(TaskKind.STOP_ENDING, unit, stopEnding(card, news)));
    tasks.add(new Place(TaskKind.GIVE_WORD, unit, giveWord(card, news)));
    tasks.add(new Place(TaskKind.MEND_STOP, unit, since(card, card.awaitsCorrection())));
    tasks.add(new Place(TaskKind.DECIDE_LAYER, unit, since(card, card.heldBack() > 0)));
    place(tasks, TaskKind.STOP_FAILED, unit, ToNote.failed(news));
    place(tasks, TaskKind.STOP_WITHDRAWN, unit, ToNote.withdrawn(news));
    place(tasks, TaskKind.EXTENSION_REFUSED, unit, ToNote.extensionRefused(card, news));
    tasks.addAll(AdoptionRules.places(card, news, supervisors(card)));
    for (Mailbox told : alarmed(card.station(), card.stationAncestors())) {
      place(tasks, TaskKind.RING_DESK, told, ringDesk(card, news));
      place(tasks, TaskKind.CHASE_STOP, told, chaseStop(card, news));
    }
    var owners = new ArrayList<String>();
    owners.add(card.station());
    owners.addAll(card.stationAncestors());
    return new Plan(
        "stopOrders/" + card.order(),
        card.caseId(),
        card.maskedAccount(),
        card.amountFen(),
        owners,
        card.region(),
        tasks,
        dials(card));
  }

  /** The bank acts on the order that was joined, and has nothing to do with the one that did. */
  private static Want ofBank(StopCard card, Want want) {
    return card.joined() ? new Want.Closed() : want;
  }

  /** The notice to a station that shares a stop runs, and it has said nothing yet. */
  private static Want giveWord(StopCard card, StopNews news) {
    boolean asked = card.joined() && card.clock(RELEASE_NOTICE).isPresent();
    return card.phase() == Phase.OPEN
        ? new Want.Kept(Urgency.NONE)
        : open(asked, due(card, RELEASE_NOTICE), urgency(news, RELEASE_NOTICE));
  }

  private static Want answerStop(StopCard card, StopNews news) {
    return open(card.phase() == Phase.OPEN, due(card, ACKNOWLEDGE), urgency(news, ACKNOWLEDGE));
  }

  private static Want answerExtension(StopCard card, StopNews news) {
    boolean asked = card.phase() == Phase.STOPPED && card.extension() == Extension.REQUESTED;
    return open(asked, due(card, STOP), urgency(news, STOP));
  }

  private static Want countersign(StopCard card, StopNews news) {
    boolean waiting = card.paper() == Paper.DELIVERED && card.phase() != Phase.NOT_OURS;
    return open(waiting, due(card, COUNTERSIGN), urgency(news, COUNTERSIGN));
  }

  private static Want deliverPaper(StopCard card, StopNews news) {
    boolean owed =
        switch (card.paper()) {
          case OWED, OVERDUE, REFUSED -> true;
          case NONE, DELIVERED, COUNTERSIGNED -> false;
        };
    return open(owed && !disowned(card), due(card, PAPER), urgency(news, PAPER));
  }

  /** Whoever did not ask for a stop has no papers for it. */
  private static boolean disowned(StopCard card) {
    return card.adoption() == Adoption.DISOWNED;
  }

  private static Want routeStop(StopCard card, StopNews news) {
    boolean astray =
        card.phase() == Phase.NOT_OURS || (card.phase() == Phase.OPEN && card.bank().isEmpty());
    return open(astray, due(card, ACKNOWLEDGE), urgency(news, ACKNOWLEDGE));
  }

  private static Want confirmLift(StopCard card, StopNews news) {
    return card.phase() == Phase.OPEN
        ? new Want.Kept(Urgency.NONE)
        : open(card.liftOwed(), due(card, LIFT), urgency(news, LIFT));
  }

  /** What can only come up once the bank has answered; before, there is nothing to take down. */
  private static Want since(StopCard card, boolean open) {
    return card.phase() == Phase.OPEN
        ? new Want.Kept(Urgency.NONE)
        : open(open, null, Urgency.NONE);
  }

  private static Want stopEnding(StopCard card, StopNews news) {
    if (card.phase() != Phase.STOPPED) {
      return new Want.Closed();
    }
    return switch (news) {
      case StopNews.Warned(String clock) when clock.equals(STOP) ->
          new Want.Open(due(card, STOP), Urgency.WARNED);
      case StopNews.Extended() -> new Want.Closed();
      case StopNews.Warned _,
          StopNews.Missed _,
          StopNews.Arrived _,
          StopNews.Acknowledged _,
          StopNews.Failed _,
          StopNews.Withdrawn _,
          StopNews.ExtensionRefused _,
          StopNews.Corrected _,
          StopNews.Other _ ->
          new Want.Kept(Urgency.NONE);
    };
  }

  /**
   * The desks that are told when nobody takes an order in hand: the filing station's is the first.
   */
  public static List<Mailbox> alarmed(String station, List<String> stationAncestors) {
    return List.of(
        new Mailbox(station, Desk.UNIT_DESK),
        new Mailbox(nearest(station, stationAncestors), Desk.SUPERVISOR_DESK));
  }

  /** Whether an alarm is due because the bank's time to take the order in hand is over. */
  public static boolean unacknowledged(StopCard card, StopNews news) {
    return card.phase() == Phase.OPEN
        && !card.bank().isEmpty()
        && !card.joined()
        && news.equals(new StopNews.Missed(ACKNOWLEDGE));
  }

  /** Whether an alarm is due because the order has arrived where nobody is. */
  public static boolean unattended(StopCard card, StopNews news) {
    return card.phase() == Phase.OPEN
        && !card.bank().isEmpty()
        && !card.joined()
        && news.equals(new StopNews.Arrived(true));
  }

  private static void place(List<Place> tasks, TaskKind kind, Mailbox mailbox, Want want) {
    if (!want.equals(new Want.Kept(Urgency.NONE))) {
      tasks.add(new Place(kind, mailbox, want));
    }
  }

  private static Want ringDesk(StopCard card, StopNews news) {
    return unattended(card, news)
        ? new Want.Open(due(card, ACKNOWLEDGE), Urgency.WARNED)
        // Late is the graver word: it takes the place of this one.
        : settled(card, news) || unacknowledged(card, news) ? new Want.Closed() : kept();
  }

  private static Want chaseStop(StopCard card, StopNews news) {
    return unacknowledged(card, news)
        ? new Want.Open(due(card, ACKNOWLEDGE), Urgency.MISSED)
        : settled(card, news) ? new Want.Closed() : kept();
  }

  private static Want kept() {
    return new Want.Kept(Urgency.NONE);
  }

  /** Whether nobody needs ringing any more, or another bank than before. */
  private static boolean settled(StopCard card, StopNews news) {
    return card.phase() != Phase.OPEN
        || card.bank().isEmpty()
        || card.joined()
        || news instanceof StopNews.Acknowledged
        || news instanceof StopNews.Arrived;
  }

  private static Want open(boolean open, @Nullable Instant due, Urgency urgency) {
    return open ? new Want.Open(due, urgency) : new Want.Closed();
  }

  static Urgency urgency(StopNews news, String clock) {
    return switch (news) {
      case StopNews.Warned(String name) when name.equals(clock) -> Urgency.WARNED;
      case StopNews.Missed(String name) when name.equals(clock) -> Urgency.MISSED;
      case StopNews.Warned _,
          StopNews.Missed _,
          StopNews.Extended _,
          StopNews.Arrived _,
          StopNews.Acknowledged _,
          StopNews.Failed _,
          StopNews.Withdrawn _,
          StopNews.ExtensionRefused _,
          StopNews.Corrected _,
          StopNews.Other _ ->
          Urgency.NONE;
    };
  }

  static @Nullable Instant due(StopCard card, String clock) {
    return card.clock(clock).map(Clock::dueTime).orElse(null);
  }

  /** Every clock the order has or may have had: those that run, and the others to be taken down. */
  private static List<Dial> dials(StopCard card) {
    Set<String> names = new LinkedHashSet<>(CLOCKS);
    card.clocks().forEach(clock -> names.add(clock.name()));
    return names.stream().map(name -> new Dial(name, running(card, name))).toList();
  }

  private static @Nullable Running running(StopCard card, String name) {
    return card.clock(name)
        .filter(clock -> stands(card, clock))
        .map(
            clock ->
                new Running(
                    holder(card, name),
                    clock.startTime(),
                    clock.dueTime(),
                    clock.state() == ClockState.MISSED,
                    clock.basis()))
        .orElse(null);
  }

  /** A missed clock stays on the board for as long as what it was for is still to be done. */
  private static boolean stands(StopCard card, Clock clock) {
    if (clock.name().equals(PAPER) && disowned(card)) {
      return false;
    }
    return switch (clock.state()) {
      case RUNNING -> true;
      case MET -> false;
      case MISSED ->
          switch (clock.name()) {
            case ACKNOWLEDGE -> card.phase() == Phase.OPEN;
            case PAPER -> card.paper() == Paper.OVERDUE;
            case COUNTERSIGN -> card.paper() == Paper.DELIVERED;
            case LIFT -> card.liftOwed();
            case AdoptionRules.ADOPTION ->
                card.adoption() == Adoption.UNADOPTED && card.phase() == Phase.STOPPED;
            default -> false;
          };
    };
  }

  private static Mailbox holder(StopCard card, String clock) {
    return switch (clock) {
      case ACKNOWLEDGE ->
          card.bank().isEmpty() ? supervisors(card) : new Mailbox(card.bank(), Desk.LIAISON_DESK);
      case COUNTERSIGN -> new Mailbox(card.bank(), Desk.SECURITY_DESK);
      case LIFT -> new Mailbox(card.bank(), Desk.LIAISON_DESK);
      default -> new Mailbox(card.station(), Desk.UNIT_DESK);
    };
  }

  private static Mailbox supervisors(StopCard card) {
    return new Mailbox(nearest(card.station(), card.stationAncestors()), Desk.SUPERVISOR_DESK);
  }

  private static String nearest(String station, List<String> ancestors) {
    return ancestors.isEmpty() ? station : ancestors.getFirst();
  }
}
