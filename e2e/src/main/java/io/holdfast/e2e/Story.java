package io.holdfast.e2e;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.EventStream;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The story of one fraud, told by region 999 with the demo's limits of seconds. At 10:00 "the
 * telephone office" calls about arrears; at 11:30 the victim pays 50,000 yuan at a counter; at
 * 11:52 he reports. Every step is one person's, with his own token.
 */
public final class Story {
  /** Fen the victim lost. */
  static final long LOSS_FEN = 5_000_000;

  /** Fen the bank still found. */
  static final long HELD_FEN = 300_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Cast cast;
  private final StoryClock clock;
  private final Narrator narrator;
  private final String payee;

  private String caseId = "";
  private String orderId = "";
  private Instant stopEnds = Instant.MIN;

  Story(Cast cast, StoryClock clock, Narrator narrator) {
    this.cast = cast;
    this.clock = clock;
    this.narrator = narrator;
    this.payee = Numbers.card("9900010000", clock.now());
  }

  /** Tells the story from the call to the lapse; throws where it does not go as told. */
  void tell() {
    try (EventStream desk = cast.bank().watch("/v1/tasks:watch?desk=LIAISON_DESK", "")) {
      report();
      arrive(desk);
    }
    acknowledge();
    stop();
    new MovingOn(cast, clock, narrator, caseId, orderId).tell();
    papersComeLate();
    extend();
    lapse();
  }

  private void report() {
    narrator.line("officer", "files the report and asks for the stop (民警受案并紧急止付)");
    Map<String, Object> request =
        Map.of("requestId", uuid(), "urgent", true, "report", reportBody());
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

  private long reportedAt;

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
            "phone", "13900000000"),
        "contacts",
        List.of(
            Map.of(
                "direction", "INCOMING",
                "kind", "FIXED_LINE",
                "displayed", "00861973582460",
                "startTime", clock.at("10:00").toString(),
                "durationSeconds", 1800)),
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
                "payee",
                    Map.of(
                        "kind", "CARD",
                        "institutionName", "测试银行一",
                        "accountNumber", payee,
                        "accountName", "测试收款人"))),
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
    Reply before = cast.bank().get(order()).ok();
    expect("account before acknowledging", "", before.text("accountNumber"));
    narrator.line("bank", "acknowledges " + before.text("orderNumber"));
    Reply taken = cast.bank().post(order() + ":acknowledge", Map.of("requestId", uuid())).ok();
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
    Reply match = cast.bank().post(order() + ":match", Map.of("record", record)).ok();
    for (String field : List.of("name", "account", "amount", "time")) {
      narrator.line("bank", "match of " + field + ": " + match.text(field));
    }
    Reply wrong =
        cast.bank()
            .post(order() + ":recordMismatch", Map.of("requestId", uuid(), "field", "name"))
            .ok();
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
            .post(
                order() + ":correctAnswer",
                Map.of("requestId", uuid(), "reason", "测试：按错", "stop", right))
            .ok();
    expect("state", "STOPPED", stopped.text("state"));
    expect("the answer before", "MISMATCHED", stopped.text("earlierAnswers.0.state"));
    stopEnds = Instant.parse(stopped.text("untilTime"));
    narrator.line("bank", "stopped, " + yuan(HELD_FEN) + " yuan held, until " + stopEnds);
  }

  private void papersComeLate() {
    await("the papers are overdue", () -> state("paper.state").equals("OVERDUE"));
    narrator.line("clock", "papers overdue (文书逾期)");
    uploadPaper("STOP_NOTICE");
    uploadPaper("POLICE_ID_COPY");
    Reply delivered =
        cast.officer().post(order() + ":deliverPaper", Map.of("requestId", uuid())).ok();
    expect("paper", "DELIVERED", delivered.text("paper.state"));
    expect("late", "true", delivered.text("paper.late"));
    Reply signed =
        cast.security().post(order() + ":countersignPaper", Map.of("requestId", uuid())).ok();
    expect("paper", "COUNTERSIGNED", signed.text("paper.state"));
    narrator.line("security desk", "countersigned, late");
  }

  private void uploadPaper(String kind) {
    byte[] pdf = ("%PDF-1.4\n% 测试 " + kind + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    Reply file =
        cast.officer()
            .upload(
                order() + "/papers:upload?kind=" + kind + "&requestId=" + uuid(),
                "application/pdf",
                pdf)
            .ok();
    narrator.line("officer", "uploads " + kind + " " + file.text("sha256").substring(0, 12));
  }

  private void extend() {
    cast.officer()
        .post(order() + ":requestExtension", Map.of("requestId", uuid(), "reason", "测试：尚在查证"))
        .ok();
    Reply extended =
        cast.bank()
            .post(
                order() + ":recordExtension",
                Map.of("requestId", uuid(), "operator", Map.of("name", "测试钱联络")))
            .ok();
    Instant until = Instant.parse(extended.text("untilTime"));
    expect("ordinal", "SECOND", extended.text("ordinal"));
    expect("the second stop runs from the first one's end", true, until.isAfter(stopEnds));
    stopEnds = until;
    narrator.line("bank", "stopped a second and last time, until " + until);
    Reply third =
        cast.officer()
            .post(order() + ":requestExtension", Map.of("requestId", uuid(), "reason", "测试"));
    expect("a third stop is refused", 400, third.status());
    narrator.line("freeze-service", "third stop refused: " + third.reason());
  }

  private void lapse() {
    await("the stop has lapsed", () -> state("state").equals("LAPSED"));
    narrator.line("clock", "stop lapsed (止付到期)");
    Reply lifted = cast.bank().post(order() + ":confirmLift", Map.of("requestId", uuid())).ok();
    expect("lift", "LIFT_CONFIRMED", lifted.text("lift.state"));
    narrator.line("bank", "confirms that nothing is held any more (解除确认)");
  }

  /** What an auditor reads back. */
  Reply order(Person reader) {
    return reader.get(order()).ok();
  }

  /** The case as its station sees it. */
  Reply caseFile(Person reader) {
    return reader.get("/v1/cases/" + caseId).ok();
  }

  private String order() {
    return "/v1/stopOrders/" + orderId;
  }

  private String state(String path) {
    return cast.officer().get(order()).ok().text(path);
  }

  static void await(String what, java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never happened: " + what);
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  static void expect(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(what + ": " + found + " (expected: " + expected + ")");
    }
  }

  static String uuid() {
    return UUID.randomUUID().toString();
  }

  static String yuan(long fen) {
    return "%d.%02d".formatted(fen / 100, fen % 100);
  }

  /** Who plays whom. */
  record Cast(
      Person officer,
      Person bank,
      Person secondBank,
      Person thirdBank,
      Person security,
      Person auditor) {
    static Cast of(World world) {
      return new Cast(
          world.login("chen.officer"),
          world.login("qian.bank"),
          world.login("zhou.bank"),
          world.login("zheng.bank"),
          world.login("wei.security"),
          world.login("tang.auditor"));
    }
  }
}
