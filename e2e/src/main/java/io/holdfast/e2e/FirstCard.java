package io.holdfast.e2e;

import static io.holdfast.e2e.Script.await;
import static io.holdfast.e2e.Script.expect;
import static io.holdfast.e2e.Script.request;
import static io.holdfast.e2e.Script.yuan;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.EventStream;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The first card's stop, from the report to the lapse. At 10:00 "the telephone office" calls about
 * arrears; at 11:30 the victim pays 50,000 yuan at a counter; at 11:52 he reports.
 */
final class FirstCard {
  /** Fen the victim lost. */
  static final long LOSS_FEN = 5_000_000;

  /** Fen the bank still found. */
  static final long HELD_FEN = 300_000;

  /** When the fraudster rang, in story time. */
  static final String CALLED_AT = "10:00";

  static final int CALL_SECONDS = 1_800;

  static final String VICTIMS_PHONE = "13999000002";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Cast cast;
  private final StoryClock clock;
  private final Narrator narrator;
  private final String payee;

  private String caseId = "";
  private String orderId = "";
  private Instant stopEnds = Instant.MIN;
  private long reportedAt;

  FirstCard(Cast cast, StoryClock clock, Narrator narrator) {
    this.cast = cast;
    this.clock = clock;
    this.narrator = narrator;
    this.payee = Numbers.card("9900010000", clock.now());
  }

  /** The report, on the bank's screen within the second; the bank stops what is left. */
  void stopped() {
    try (EventStream desk = cast.bank().watch("/v1/tasks:watch?desk=LIAISON_DESK", "")) {
      report();
      arrive(desk);
    }
    acknowledge();
    stop();
  }

  private void report() {
    narrator.line("officer", "files the report and asks for the stop (民警受案并紧急止付)");
    Map<String, Object> request = request(Map.of("urgent", true, "report", reportBody()));
    long begun = System.nanoTime();
    Reply filed = cast.officer().post("/v1/cases", request).ok();
    caseId = filed.text("id");
    orderId = filed.text("stopOrders.0.stopOrder");
    narrator.measured("report answered", begun, System.nanoTime());
    narrator.line(
        "case", "receipt " + filed.text("receiptNumber") + ", state " + filed.text("state"));
    Reply repeated = cast.officer().post("/v1/cases", request).ok();
    expect("a repeated request gets the first answer", caseId, repeated.text("id"));
    reportedAt = begun;
  }

  private Map<String, Object> reportBody() {
    return Map.of(
        "channel",
        "WINDOW",
        "fraudType",
        "FALSE_AUTHORITY",
        "impersonatedIdentity",
        "电话局、公安机关",
        "narrative",
        "测试：自称电话局称昆明一线路欠费3600元，转接“陈警官”，称存款将被冻结，要求转账。",
        "victim",
        Map.of(
            "kind", "PERSON",
            "name", "测试事主",
            "idType", "RESIDENT_ID",
            "idNumber", "11010519491231002X",
            "phone", VICTIMS_PHONE),
        "contacts",
        List.of(
            Map.of(
                "direction", "INCOMING",
                "kind", "FIXED_LINE",
                "displayed", "00861973582460",
                "startTime", clock.at(CALLED_AT).toString(),
                "durationSeconds", CALL_SECONDS)),
        "transfers",
        List.of(
            Map.of(
                "amountFen", Long.toString(LOSS_FEN),
                "transferTime", clock.at("11:30").toString(),
                "channel", "COUNTER",
                "serialNumber", "TEST0001",
                "payer",
                    Map.of(
                        "kind", "CARD",
                        "institutionName", "测试银行三",
                        "accountNumber", Numbers.card("9900030000", clock.now()),
                        "accountName", "测试事主"),
                "payee", payeeAccount())),
        "totalLossFen",
        Long.toString(LOSS_FEN));
  }

  private void arrive(EventStream desk) {
    EventStream.Item task =
        desk.await(
            "the order on the bank's desk",
            PATIENCE,
            data -> data.at("/task/subject").asString("").endsWith(orderId));
    narrator.measured("report to the bank's open screen", reportedAt, task.arrival());
    expect("kind of task", "ANSWER_STOP", task.data().at("/task/kind").asString(""));
  }

  private void acknowledge() {
    Reply before = cast.bank().get(path()).ok();
    expect("account before acknowledging", "", before.text("accountNumber"));
    narrator.line("bank", "acknowledges " + before.text("orderNumber"));
    Reply taken = cast.bank().post(path() + ":acknowledge", request()).ok();
    expect("state", "ACKNOWLEDGED", taken.text("state"));
    expect("account in full", payee, taken.text("accountNumber"));
  }

  private void stop() {
    Map<String, Object> record =
        Map.of(
            "accountName",
            "测试收款人",
            "accountNumber",
            payee,
            "credits",
            List.of(
                Map.of(
                    "amountFen", Long.toString(LOSS_FEN),
                    "bookingTime", clock.at("11:30").plusSeconds(8).toString(),
                    "serialNumber", "TEST0001")));
    Reply match = cast.bank().post(path() + ":match", Map.of("record", record)).ok();
    for (String field : List.of("name", "account", "amount", "time")) {
      narrator.line("bank", "match of " + field + ": " + match.text(field));
    }
    Reply wrong = cast.bank().post(path() + ":recordMismatch", request("field", "name")).ok();
    expect("state", "MISMATCHED", wrong.text("state"));
    narrator.line("bank", "presses the wrong answer (要素不符), and corrects it");
    Map<String, Object> right =
        Map.of(
            "record", record,
            "balanceBeforeFen", Long.toString(HELD_FEN),
            "heldFen", Long.toString(HELD_FEN),
            "outflows", MovingOn.outflows(clock, Directory.id(cast.officer(), "name", "测试银行三")),
            "operator", Map.of("name", "测试钱联络", "phone", "000-9995011"));
    Reply stopped =
        cast.bank()
            .post(path() + ":correctAnswer", request(Map.of("reason", "测试：按错", "stop", right)))
            .ok();
    expect("state", "STOPPED", stopped.text("state"));
    expect("the answer before", "MISMATCHED", stopped.text("earlierAnswers.0.state"));
    stopEnds = Instant.parse(stopped.text("untilTime"));
    narrator.line("bank", "stopped, " + yuan(HELD_FEN) + " yuan held, until " + stopEnds);
  }

  void papersComeLate() {
    await("the papers are overdue", () -> state("paper.state").equals("OVERDUE"));
    narrator.line("clock", "papers overdue (文书逾期)");
    uploadPaper("STOP_NOTICE");
    uploadPaper("POLICE_ID_COPY");
    Reply delivered = cast.officer().post(path() + ":deliverPaper", request()).ok();
    expect("paper", "DELIVERED", delivered.text("paper.state"));
    expect("late", "true", delivered.text("paper.late"));
    Reply signed = cast.security().post(path() + ":countersignPaper", request()).ok();
    expect("paper", "COUNTERSIGNED", signed.text("paper.state"));
    narrator.line("security desk", "countersigned, late");
  }

  private void uploadPaper(String kind) {
    byte[] pdf = ("%PDF-1.4\n% 测试 " + kind + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    Reply file =
        cast.officer()
            .upload(
                path() + "/papers:upload?kind=" + kind + "&requestId=" + UUID.randomUUID(),
                "application/pdf",
                pdf)
            .ok();
    narrator.line("officer", "uploads " + kind + " " + file.text("sha256").substring(0, 12));
  }

  void extend() {
    cast.officer().post(path() + ":requestExtension", request("reason", "测试：尚在查证")).ok();
    Reply extended =
        cast.bank()
            .post(path() + ":recordExtension", request("operator", Map.of("name", "测试钱联络")))
            .ok();
    Instant until = Instant.parse(extended.text("untilTime"));
    expect("ordinal", "SECOND", extended.text("ordinal"));
    expect("the second stop runs from the first one's end", true, until.isAfter(stopEnds));
    stopEnds = until;
    narrator.line("bank", "stopped a second and last time, until " + until);
    Reply third = cast.officer().post(path() + ":requestExtension", request("reason", "测试"));
    expect("a third stop is refused", 400, third.status());
    narrator.line("freeze-service", "third stop refused: " + third.reason());
  }

  void lapse() {
    await("the stop has lapsed", () -> state("state").equals("LAPSED"));
    narrator.line("clock", "stop lapsed (止付到期)");
    Reply lifted = cast.bank().post(path() + ":confirmLift", request()).ok();
    expect("lift", "LIFT_CONFIRMED", lifted.text("lift.state"));
    narrator.line("bank", "confirms that nothing is held any more (解除确认)");
  }

  /** The card all victims paid to. */
  Map<String, Object> payeeAccount() {
    return Map.of(
        "kind", "CARD",
        "institutionName", "测试银行一",
        "accountNumber", payee,
        "accountName", "测试收款人");
  }

  String payee() {
    return payee;
  }

  String caseId() {
    return caseId;
  }

  String orderId() {
    return orderId;
  }

  String path() {
    return "/v1/stopOrders/" + orderId;
  }

  Reply order(Person reader) {
    return reader.get(path()).ok();
  }

  Reply caseFile(Person reader) {
    return reader.get("/v1/cases/" + caseId).ok();
  }

  private String state(String path) {
    return order(cast.officer()).text(path);
  }
}
