package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseClocks;
import io.holdfast.casefile.casefile.CaseCommand;
import io.holdfast.casefile.casefile.CaseCommand.Accept;
import io.holdfast.casefile.casefile.CaseCommand.AddEvidence;
import io.holdfast.casefile.casefile.CaseCommand.AddTransfers;
import io.holdfast.casefile.casefile.CaseCommand.ConfirmSecondOfficer;
import io.holdfast.casefile.casefile.CaseCommand.Decline;
import io.holdfast.casefile.casefile.CaseCommand.ProtectVictim;
import io.holdfast.casefile.casefile.CaseCommand.RecordNotice;
import io.holdfast.casefile.casefile.CaseCommand.ReleaseProtection;
import io.holdfast.casefile.casefile.CaseCommand.RequestTrace;
import io.holdfast.casefile.casefile.CaseCommand.Review;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.EvidenceFile;
import io.holdfast.casefile.casefile.FilingNotice;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.TransferCheck;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is done to a case after it was received. */
public final class CaseDesk {
  private final Aggregates<CaseFile> cases;
  private final InstitutionDirectory directory;
  private final PolicySet policies;
  private final CasePolicies clocks;
  private final LegalClock clock;

  public CaseDesk(
      Aggregates<CaseFile> cases,
      InstitutionDirectory directory,
      PolicySet policies,
      LegalClock clock) {
    this.cases = cases;
    this.directory = directory;
    this.policies = policies;
    this.clocks = new CasePolicies(policies);
    this.clock = clock;
  }

  /** The case, if the call reaches it. */
  public Stored<CaseFile> get(Call call, String id) {
    return cases.load(call, id);
  }

  /** Adds transfers told later. */
  public Stored<CaseFile> addTransfers(
      Call call, String id, List<Transfer> told, boolean urgent, Mutation by) {
    List<Transfer> transfers = Tidying.tidied(told, 0);
    return change(
        call,
        id,
        by,
        (stored, now) ->
            new AddTransfers(
                transfers, remarks(stored, transfers, now), urgent, call.caller().institution()));
  }

  /**
   * The second officer's own word. Whoever is not named, or stands in another line of institutions,
   * learns nothing of the case.
   */
  public Stored<CaseFile> confirm(Call call, String id, Mutation by) {
    Caller caller = call.caller();
    CaseFile seen = cases.load(call, id).state();
    String number = caller.officerNumber();
    boolean filed = caller.subject().equals(seen.filedBy());
    boolean named = number != null && number.equals(seen.report().secondOfficer().officerNumber());
    if (!inLine(seen, caller.institution()) || !filed && !named) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
    OfficerCard card = LoginCards.of(caller, seen.report().secondOfficer().phone());
    var command = new ConfirmSecondOfficer(caller.subject(), card, caller.institution());
    return change(call, id, by, (_, _) -> command);
  }

  /** Whether the institution is the station's, above it or below it. */
  private boolean inLine(CaseFile file, String institution) {
    return file.station().equals(institution)
        || file.stationAncestors().contains(institution)
        || directory.below(institution, file.station());
  }

  /**
   * Stops the victim's own accounts for his protection.
   *
   * @param told accounts beside those he paid from
   * @param consentTime when he consented
   */
  public Stored<CaseFile> protect(
      Call call,
      String id,
      List<Account> told,
      Instant consentTime,
      String consentForm,
      Mutation by) {
    List<Account> accounts = told.stream().map(Tidying::tidied).toList();
    return change(
        call,
        id,
        by,
        (stored, now) -> {
          requireAccounts(accounts, stored.state().region());
          if (consentTime.isAfter(now)) {
            throw Problem.invalid(
                List.of(
                    new Violation(
                        "consent.consentTime",
                        "TIME_IN_FUTURE",
                        "同意时间不能晚于现在。",
                        "The consent cannot lie in the future.")));
          }
          return new ProtectVictim(
              accounts, consentTime, consentForm.strip(), call.caller().institution());
        });
  }

  private void requireAccounts(List<Account> accounts, String region) {
    for (int i = 0; i < accounts.size(); i++) {
      String field = "accounts[" + i + ']';
      if (!accounts.get(i).stoppable()) {
        throw Problem.invalid(
            List.of(
                new Violation(
                    field + ".accountNumber",
                    "NUMBER_MISSING",
                    "请填写完整账号。",
                    "Give the account's full number.")));
      }
      if (!accounts.get(i).institution().isEmpty()) {
        directory.requirePayee(field + ".institution", accounts.get(i).institution(), region);
      }
    }
  }

  /** Lifts the protective stops on the victim's word. */
  public Stored<CaseFile> releaseProtection(Call call, String id, String wordForm, Mutation by) {
    var command = new ReleaseProtection(wordForm.strip(), call.caller().institution());
    return change(call, id, by, (_, _) -> command);
  }

  /** Asks for a decision on filing; the caller becomes the applicant. */
  public Stored<CaseFile> review(Call call, String id, Mutation by) {
    Caller caller = call.caller();
    OfficerCard card = LoginCards.of(caller, Personal.of(Personal.Kind.PHONE, ""));
    var command = new Review(caller.subject(), card, caller.institution());
    return change(call, id, by, (_, _) -> command);
  }

  /** Files the case. */
  public Stored<CaseFile> accept(Call call, String id, String reason, Mutation by) {
    var command = new Accept(call.caller().subject(), call.caller().institution(), reason.strip());
    return change(call, id, by, (_, _) -> command);
  }

  /** Refuses to file the case. */
  public Stored<CaseFile> decline(Call call, String id, String reason, Mutation by) {
    var command = new Decline(call.caller().subject(), call.caller().institution(), reason.strip());
    return change(call, id, by, (_, _) -> command);
  }

  /** Records that the reporter was told of a refusal; without a time, now. */
  public Stored<CaseFile> recordNotice(
      Call call,
      String id,
      String number,
      FilingNotice.Delivery delivery,
      Optional<Instant> deliveryTime,
      Mutation by) {
    return change(
        call,
        id,
        by,
        (_, now) ->
            new RecordNotice(
                new FilingNotice(
                    number.strip(),
                    delivery,
                    deliveryTime.orElse(now).truncatedTo(ChronoUnit.MILLIS),
                    call.caller().subject()),
                call.caller().institution()));
  }

  /** Tells what has become due. */
  public void wake(String id) {
    Instant now = instant();
    cases
        .find(id)
        .filter(
            stored -> CaseClocks.next(stored.state()).filter(due -> !due.isAfter(now)).isPresent())
        .ifPresent(
            stored ->
                cases.change(
                    id,
                    Mutation.clock(stored.policy(), "casefile.clocks"),
                    seen -> CaseChanges.woken(seen, now)));
  }

  private Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Asks for a call to be followed back.
   *
   * @param asked makes the command from the id the trace will have
   */
  public Stored<CaseFile> requestTrace(
      Call call, String id, Function<String, RequestTrace> asked, Mutation by) {
    return change(
        call,
        id,
        by,
        (stored, _) -> {
          CaseFile file = stored.state();
          RequestTrace command = asked.apply(OrderIds.trace(id, file.traces().size() + 1));
          directory.requireCarrier(command.carrier(), file.region());
          return command;
        });
  }

  /** Adds a file that is kept already. */
  Stored<CaseFile> addEvidence(Call call, String id, EvidenceFile file, Mutation by) {
    var command = new AddEvidence(file, call.caller().institution());
    return change(call, id, by, (_, _) -> command);
  }

  private Stored<CaseFile> change(
      Call call,
      String id,
      Mutation by,
      BiFunction<Stored<CaseFile>, Instant, CaseCommand> command) {
    return cases.change(
        call,
        id,
        by,
        stored -> {
          Instant now = instant();
          return CaseChanges.decided(
              stored, command.apply(stored, now), clocks.clocks(stored.policy()), now);
        });
  }

  /** Refuses faults and institutions that cannot be; returns what is only remarked. */
  private List<Finding> remarks(Stored<CaseFile> stored, List<Transfer> transfers, Instant now) {
    CaseFile file = stored.state();
    List<Transfer> earlier = file.report().transfers();
    var faults = TransferCheck.check("transfers", 0, transfers, earlier, now).faults();
    if (!faults.isEmpty()) {
      throw Problems.of(faults);
    }
    directory.requirePayees("transfers", transfers, file.region());
    var remarks =
        new ArrayList<>(
            TransferCheck.check("report.transfers", earlier.size(), transfers, earlier, now)
                .remarks());
    Instant entryDue =
        policies.policy(stored.policy()).clock("entry").due(file.report().receiveTime());
    if (earlier.isEmpty() && now.isAfter(entryDue)) {
      remarks.add(new Finding("report.transfers", ReportRule.ENTERED_LATE));
    }
    return remarks;
  }
}
