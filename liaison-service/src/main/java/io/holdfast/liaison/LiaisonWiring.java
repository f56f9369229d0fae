package io.holdfast.liaison;

import io.holdfast.kit.boot.Parts;
import io.holdfast.kit.boot.Wiring;
import io.holdfast.kit.mongo.RequestGuard;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.time.Rhythm;
import io.holdfast.liaison.alarm.Pager;
import io.holdfast.liaison.alarm.http.HttpPager;
import io.holdfast.liaison.attendance.store.Leases;
import io.holdfast.liaison.desk.grpc.TasksGrpc;
import io.holdfast.liaison.desk.proto.CallCodeEvents;
import io.holdfast.liaison.desk.proto.CaseEvents;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.directory.grpc.InstitutionsGrpc;
import io.holdfast.liaison.feed.FeedAppender;
import io.holdfast.liaison.feed.FeedPages;
import io.holdfast.liaison.feed.FeedSweeper;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.liaison.feed.ResumeTokens;
import io.holdfast.liaison.officer.grpc.OfficerBook;
import io.holdfast.liaison.officer.grpc.OfficersGrpc;
import io.holdfast.liaison.officer.grpc.SwitchedInstitutions;
import io.holdfast.liaison.officer.keycloak.KeycloakIdentityProvider;
import io.holdfast.liaison.routing.grpc.DirectoryView;
import io.holdfast.liaison.routing.grpc.RoutesGrpc;
import io.holdfast.liaison.routing.grpc.RoutingBook;
import io.holdfast.liaison.trace.events.TraceEvents;
import io.holdfast.liaison.trace.grpc.TraceService;
import io.holdfast.proto.liaison.v1.LiaisonAuditLogGrpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one place where this service's parts meet. */
final class LiaisonWiring implements Wiring {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofHours(1);

  private final LiaisonSettings settings;

  LiaisonWiring(LiaisonSettings settings) {
    this.settings = settings;
  }

  @Override
  public Wired wire(Parts parts) {
    var institutions = InstitutionBook.open(parts.aggregates());
    var routing = RoutingBook.open(parts.aggregates());
    var provider = provider(parts);
    var officers = OfficerBook.open(parts.aggregates(), provider, parts.legal());

    var pages = FeedPages.open(parts.store(), parts.keys().sealer());
    var feeds = new LiveFeeds(pages);
    var appender = new FeedAppender(pages, parts.legal(), feeds::told);
    var records = DeskRecords.open(parts.store(), parts.keys().sealer());
    var work = new DeskWork(records, appender);
    Optional<HttpPager> pager = settings.pager().map(HttpPager::new);
    DeskWatch watch =
        DeskWatch.open(
            parts.store(),
            parts.aggregates(),
            parts.keys().sealer(),
            new DeskWatch.Outside(
                records,
                pager.map(Pager.class::cast),
                settings.presence(),
                parts.ids().next(),
                parts.legal(),
                parts.system()));

    var traces =
        TraceService.open(
            parts.aggregates(), parts.policies(), institutions, routing, parts.legal());

    List<AutoCloseable> closing = new ArrayList<>();
    closing.add(Rhythm.start("look-for-tasks", LOOK, feeds::look));
    closing.add(Rhythm.start("replica-beat", Leases.BEAT, watch.seen()::beat));
    closing.add(Rhythm.start("store-presence", LOOK, watch.seen()::store));
    if (parts.settings().sweepers()) {
      closing.add(Rhythm.start("sweep-inbox", SWEEP, new FeedSweeper(pages, parts.legal())::sweep));
      closing.add(Rhythm.start("sweep-routing-errors", SWEEP, watch.errors()::sweep));
    }
    closing.add(provider);
    pager.ifPresent(closing::add);
    return new Wired(
        List.of(
            new InstitutionsGrpc(institutions, new RequestGuard(parts.store()), parts.legal()),
            new RoutesGrpc(
                routing,
                institutions,
                new DirectoryView(institutions, routing, parts.system()),
                watch.errors()),
            new OfficersGrpc(officers, institutions, parts.legal()),
            traces.grpc(),
            new TasksGrpc(
                records,
                feeds,
                new ResumeTokens(parts.keys().lookup()),
                watch.seen(),
                work,
                parts.reads(),
                parts.legal(),
                parts.system()),
            watch.grpc(institutions, parts.legal(), parts.system()),
            parts.auditLog(
                LiaisonAuditLogGrpc.getServiceDescriptor(),
                LiaisonAuditLogGrpc.getListAuditEntriesMethod())),
        List.of(
            watch.stopOrderEvents(work),
            watch.accountQueryEvents(work),
            new CaseEvents(work),
            new SwitchedInstitutions(officers, parts.legal()),
            new CallCodeEvents(work),
            traces.requests(),
            new TraceEvents(work)),
        closing,
        List.of(feeds::close));
  }

  private KeycloakIdentityProvider provider(Parts parts) {
    return new KeycloakIdentityProvider(
        settings.keycloakUrl(),
        settings.realm(),
        settings.provisionerId(),
        settings.provisionerSecret(),
        parts.settings().profile() == PolicySet.Profile.DEMO);
  }
}
