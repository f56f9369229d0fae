package io.holdfast.freezing;

import io.holdfast.freezing.account.store.AccountBook;
import io.holdfast.freezing.account.store.AccountKeys;
import io.holdfast.freezing.callcode.desk.CodeDesk;
import io.holdfast.freezing.callcode.desk.TryCounter;
import io.holdfast.freezing.callcode.grpc.CodesGrpc;
import io.holdfast.freezing.callcode.store.CodeLayouts;
import io.holdfast.freezing.errand.Errands;
import io.holdfast.freezing.errand.LookupErrands;
import io.holdfast.freezing.lookup.desk.FollowDesk;
import io.holdfast.freezing.lookup.grpc.LookupGrpc;
import io.holdfast.freezing.match.FourWayMatch;
import io.holdfast.freezing.match.icu.IcuScriptFolding;
import io.holdfast.freezing.phone.Units;
import io.holdfast.freezing.phone.desk.Cases;
import io.holdfast.freezing.phone.desk.PhoneDesk;
import io.holdfast.freezing.phone.desk.PhonedOrders;
import io.holdfast.freezing.phone.grpc.PhoneGrpc;
import io.holdfast.freezing.phone.policy.PhonePolicies;
import io.holdfast.freezing.routing.directory.DirectoryRoutes;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.desk.CorrectionDesk;
import io.holdfast.freezing.stop.desk.ExtensionDesk;
import io.holdfast.freezing.stop.desk.InterestDesk;
import io.holdfast.freezing.stop.desk.LaterDesk;
import io.holdfast.freezing.stop.desk.MergeDesk;
import io.holdfast.freezing.stop.desk.OrderCount;
import io.holdfast.freezing.stop.desk.OrderMaker;
import io.holdfast.freezing.stop.desk.OrderPlaces;
import io.holdfast.freezing.stop.desk.PaperDesk;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.desk.StopFinder;
import io.holdfast.freezing.stop.events.CaseEvents;
import io.holdfast.freezing.stop.grpc.PaperStreams;
import io.holdfast.freezing.stop.grpc.StopGrpc;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.freezing.stop.seal.OrderSealer;
import io.holdfast.freezing.stop.store.StopLayout;
import io.holdfast.freezing.trail.desk.CaseAccounts;
import io.holdfast.freezing.trail.desk.LayerDesk;
import io.holdfast.freezing.trail.grpc.TrailGrpc;
import io.holdfast.freezing.trail.store.TrailBook;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.crypto.Keys;
import io.holdfast.kit.files.Files;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Counters;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.time.LegalClock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * Stop orders, put together from the kit's parts; the process and the tests build the same.
 *
 * @param grpc the orders' methods
 * @param trails the money trails' methods
 * @param phoned the methods of what was spoken
 * @param callCodes the methods of one-time codes
 * @param caseEvents what case-service tells
 * @param errands what it tells itself of orders
 * @param lookups the urgent lookups' methods
 * @param lookupErrands what it tells itself of lookups
 * @param files papers
 * @param orders the orders themselves
 */
record StopService(
    StopGrpc grpc,
    TrailGrpc trails,
    PhoneGrpc phoned,
    CodesGrpc callCodes,
    CaseEvents caseEvents,
    Errands errands,
    LookupGrpc lookups,
    LookupErrands lookupErrands,
    Files files,
    Aggregates<StopOrder> orders) {

  /**
   * What it is built from.
   *
   * @param threads virtual threads for what is done at once
   * @param countPatience how long a new order waits for its account at most
   */
  record Parts(
      AggregateStore aggregates,
      MongoStore store,
      Keys keys,
      PolicySet policies,
      LegalClock clock,
      Ids ids,
      RandomGenerator random,
      AuditLog audit,
      ExecutorService threads,
      Duration countPatience) {}

  /**
   * What it asks others for.
   *
   * @param units the directory's institutions
   * @param cases case-service's cases
   */
  record Around(DirectoryRoutes routes, Units units, Cases cases) {}

  static StopService open(Parts parts, Around around) {
    DirectoryRoutes routes = around.routes();
    var policies = new StopPolicies(parts.policies());
    // The orders are woken by the desk that is built on them; workers start after all of this.
    var waker = new AtomicReference<Waker>();
    Aggregates<StopOrder> orders =
        parts
            .aggregates()
            .open(StopLayout.LAYOUT, id -> Objects.requireNonNull(waker.get()).wake(id));
    var keys = new AccountKeys(parts.keys().lookup());
    var places = new OrderPlaces(orders, keys, parts.clock()::instant);
    var book = new AccountBook(parts.aggregates().open(AccountBook.LAYOUT), places, parts.random());
    var count = new OrderCount(book, places, parts.threads(), parts.countPatience());
    var sealer = new OrderSealer(parts.keys().signer());
    var desk =
        new StopDesk(
            orders,
            count,
            routes::router,
            sealer,
            new FourWayMatch(new IcuScriptFolding().preloaded()),
            parts.clock());
    var maker = new OrderMaker(orders, count, routes::route, sealer);
    var corrections = new CorrectionDesk(orders, desk, maker);
    var extensions = new ExtensionDesk(orders, count, desk);
    var interests = new InterestDesk(orders, desk, extensions, count, sealer);
    var trails = new TrailBook(parts.aggregates().open(TrailBook.LAYOUT));
    var accounts = new CaseAccounts(orders, maker, keys);
    var layers = new LayerDesk(orders, desk, maker, trails, accounts);
    var lookups = LookupService.open(parts, routes);
    var follow = new FollowDesk(lookups.desk(), desk, maker, trails, accounts, policies);
    waker.set(desk::wake);
    var files = new Files(parts.store(), parts.keys().sealer(), parts.ids(), parts.clock());
    var papers = new PaperDesk(desk, policies, new Counters(parts.store()), files);
    var reads = new ReadLog(parts.audit(), parts.clock(), parts.ids());
    var finder = new StopFinder(orders);
    var grpc =
        new StopGrpc(
            desk,
            corrections,
            extensions,
            interests,
            papers,
            new PaperStreams(papers, reads),
            finder,
            parts.keys().signer());
    CodeDesk codes = codes(parts, around);
    var births =
        new PhonedOrders(
            maker, desk, policies, around.units(), new Counters(parts.store()), parts.ids());
    var phone =
        new PhoneDesk(
            desk,
            births,
            sealer,
            new PhonePolicies(parts.policies()),
            around.units(),
            codes,
            around.cases());
    return new StopService(
        grpc,
        new TrailGrpc(desk, finder),
        new PhoneGrpc(phone, desk),
        new CodesGrpc(codes),
        new CaseEvents(
            maker,
            desk,
            new LaterDesk(orders, desk, maker),
            policies,
            lookups.requests(policies)::told,
            parts.clock(),
            parts.threads()),
        new Errands(layers, corrections, desk, interests, new MergeDesk(desk, interests)),
        lookups.grpc(),
        new LookupErrands(follow),
        files,
        orders);
  }

  private static CodeDesk codes(Parts parts, Around around) {
    var waker = new AtomicReference<Waker>();
    var tries =
        new TryCounter(
            parts
                .aggregates()
                .open(CodeLayouts.TRIES, id -> Objects.requireNonNull(waker.get()).wake(id)),
            parts.clock());
    waker.set(tries::wake);
    return new CodeDesk(
        parts.aggregates().open(CodeLayouts.CODES),
        tries,
        new PhonePolicies(parts.policies()),
        around.units(),
        around.routes()::router,
        parts.keys().lookup(),
        parts.ids(),
        parts.clock());
  }
}
