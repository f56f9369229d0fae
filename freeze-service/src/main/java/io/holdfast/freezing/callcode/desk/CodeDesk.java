package io.holdfast.freezing.callcode.desk;

import io.holdfast.freezing.callcode.CallCode;
import io.holdfast.freezing.callcode.store.CodeLayouts;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.CallingOfficer;
import io.holdfast.freezing.phone.Unit;
import io.holdfast.freezing.phone.Units;
import io.holdfast.freezing.phone.desk.PhoneReason;
import io.holdfast.freezing.phone.policy.PhonePolicies;
import io.holdfast.freezing.routing.Router;
import io.holdfast.freezing.stop.desk.StopReason;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.crypto.Lookup;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows codes to officers and checks what bank staff have heard. */
public final class CodeDesk {
  /** Codes looked at for one account and amount; older ones have run out long since. */
  private static final int CANDIDATES_MAX = 20;

  private final Aggregates<CallCode> codes;
  private final TryCounter tries;
  private final PhonePolicies policies;
  private final Units units;
  private final Supplier<Router> router;
  private final CodeHashes hashes;
  private final Ids ids;
  private final LegalClock clock;

  public CodeDesk(
      Aggregates<CallCode> codes,
      TryCounter tries,
      PhonePolicies policies,
      Units units,
      Supplier<Router> router,
      Lookup lookup,
      Ids ids,
      LegalClock clock) {
    this.codes = codes;
    this.tries = tries;
    this.policies = policies;
    this.units = units;
    this.router = router;
    this.hashes = new CodeHashes(lookup);
    this.ids = ids;
    this.clock = clock;
  }

  /** A code as it is shown, once, to its officer. */
  public record Shown(String id, Personal code, Instant expireTime) {}

  /** Who stands behind a code. */
  public record Checked(String id, CallCode code, Unit unit) {}

  /** Makes a code for the calling officer. */
  public Shown issue(Call call, String bank, Personal account, long amountFen, Mutation by) {
    if (router.get().bank(bank).isEmpty()) {
      throw Problem.of(StopReason.INSTITUTION_UNKNOWN, "institution", bank);
    }
    Caller caller = call.caller();
    var limits = policies.limits(caller.region(), now());
    String id =
        by.requestId() == null
            ? ids.next()
            : Ids.derived("call-code", caller.client(), caller.subject(), by.requestId());
    Personal code = Personal.of(Personal.Kind.TEXT, hashes.code(id));
    Personal name = caller.name();
    String number = caller.officerNumber();
    var made =
        new CallCode(
            hashes.bound(bank, account, amountFen),
            hashes.hash(id, code.reveal()),
            caller.institution(),
            name == null ? Personal.of(Personal.Kind.NAME, "") : name,
            number == null ? "" : number,
            now(),
            now().plus(limits.codeLife()),
            null);
    Access access = Access.of(caller.institution(), List.of(), caller.region());
    Stored<CallCode> stored =
        codes.create(new Creation<>(id, limits.policy(), access, made, List.of()), by);
    return new Shown(id, code, stored.state().expireTime());
  }

  /**
   * Uses up the code that was heard.
   *
   * @param by without the code in its hash
   * @throws Problem {@link PhoneReason#CALL_CODE_WRONG} whatever is wrong about it
   */
  public Checked check(Call call, String heard, Personal account, long amountFen, Mutation by) {
    Caller caller = call.caller();
    var limits = policies.limits(caller.region(), now());
    tries.requireMore(caller, limits, now());
    String request = by.requestId() == null ? call.cause() : by.requestId();
    Stored<CallCode> match = matching(caller, heard.replace(" ", ""), account, amountFen);
    if (match != null) {
      var use = new CallCode.Use(caller.subject(), caller.institution(), request, now());
      Stored<CallCode> after =
          codes.change(
              match.id(),
              by,
              seen ->
                  seen.state().usable(now()) ? Change.to(seen.state().used(use)) : Change.none());
      Unit unit = units.police(after.state().station()).orElse(null);
      if (unit != null && usedBy(after.state(), caller, request)) {
        return new Checked(after.id(), after.state(), unit);
      }
    }
    tries.wrong(caller, limits, now(), by);
    throw Problem.of(PhoneReason.CALL_CODE_WRONG);
  }

  private static boolean usedBy(CallCode code, Caller caller, String request) {
    CallCode.Use use = code.use();
    return use != null && use.subject().equals(caller.subject()) && use.request().equals(request);
  }

  /** Every candidate is compared, so that time tells nothing of how many there are to guess at. */
  private @Nullable Stored<CallCode> matching(
      Caller caller, String heard, Personal account, long amountFen) {
    Stored<CallCode> match = null;
    for (String bank : units.line(caller.institution())) {
      String bound = hashes.bound(bank, account, amountFen);
      for (Stored<CallCode> each :
          codes.page(CodeLayouts.BY_BOUND, List.of(bound), CANDIDATES_MAX, "").items()) {
        if (hashes.same(hashes.hash(each.id(), heard), each.state().hash())) {
          match = each;
        }
      }
    }
    return match;
  }

  /**
   * What a checked code proves of a call about this account and sum.
   *
   * @param officerNumber as the caller told it; empty: not told
   * @throws Problem {@link PhoneReason#CALL_CODE_NOT_USABLE} if it does not belong to all of that
   */
  public CallerProof proof(
      Call call,
      String id,
      String station,
      Personal account,
      long amountFen,
      String officerNumber) {
    List<String> line = units.line(call.caller().institution());
    return codes
        .find(id)
        .map(Stored::state)
        .filter(code -> code.use() != null && line.contains(code.use().institution()))
        .filter(code -> code.station().equals(station))
        .filter(code -> officerNumber.isEmpty() || officerNumber.equals(code.officerNumber()))
        .filter(
            code ->
                line.stream()
                    .anyMatch(
                        bank -> hashes.same(hashes.bound(bank, account, amountFen), code.bound())))
        .map(
            code ->
                (CallerProof)
                    new CallerProof.ByCallCode(id, Objects.requireNonNull(code.use()).time()))
        .orElseThrow(() -> Problem.of(PhoneReason.CALL_CODE_NOT_USABLE, "callCode", id));
  }

  /** The officer to whom a code was shown. */
  public CallingOfficer officer(String id) {
    CallCode code = codes.find(id).orElseThrow().state();
    return new CallingOfficer(
        code.officerName(), code.officerNumber(), Personal.of(Personal.Kind.PHONE, ""));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
