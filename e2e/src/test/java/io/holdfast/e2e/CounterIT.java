package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stop made on the telephone: the officer's code, the bank's record, and who stands behind it.
 */
@Order(10)
final class CounterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String STATION = "999001000001";
  private static final String STATION_PHONE = "000-9991101";

  private final World world = RunningSystem.get().world();
  private final Person officer = world.login("chen.officer");
  private final Person bank = world.login("qian.bank");
  private final Person command = world.login("guo.command");
  private final Person security = world.login("wei.security");

  @TempDir Path folder;

  @Test
  void phonedProvenAdoptedAndCheckedOffline() throws Exception {
    String payee = Reports.account(1);
    Reply shown =
        officer
            .post("/v1/callCodes", code(payee, Directory.id(officer, "code", "999100000001")))
            .ok();
    Reply checked = bank.post("/v1/callCodes:check", heard(shown.text("code"), payee)).ok();
    assertThat(checked.text("officerNumber")).isEqualTo("999101");
    assertThat(checked.text("stationPhone")).isEqualTo(STATION_PHONE);
    assertThat(bank.post("/v1/callCodes:check", heard(shown.text("code"), payee)).reason())
        .as("once")
        .isEqualTo("CALL_CODE_WRONG");

    Map<String, Object> opening = opening(payee);
    opening.put("callCode", checked.text("callCode"));
    Reply born = bank.post("/v1/stopOrders:openByPhone", opening).ok();
    String order = born.text("id");
    assertThat(born.text("state")).isEqualTo("STOPPED");
    assertThat(born.text("adoption.state")).isEqualTo("ADOPTION_AWAITED");
    assertThat(born.text("oralNotices.0.proof")).isEqualTo("BY_CALL_CODE");
    task(officer, "UNIT_DESK", "ADOPT_STOP", "stopOrders/" + order);

    Map<String, Object> report = new HashMap<>(Reports.body(Reports.uuid(), payee));
    report.put("urgent", false);
    Reply filed = officer.post("/v1/cases", report).ok();
    assertThat(filed.at("stopOrders")).isEmpty();
    Reply adopted =
        officer
            .post(Reports.path(order, ":adopt"), with(request(), "caseId", filed.text("id")))
            .ok();
    assertThat(adopted.text("adoption.state")).isEqualTo("ADOPTED");
    Waiting.until("the case has it", PATIENCE, () -> links(filed.text("id")).contains(order));

    Path file =
        Files.writeString(
            folder.resolve("order.json"), bank.get(Reports.path(order, "")).ok().body().toString());
    Path keys =
        Files.writeString(
            folder.resolve("keys.json"), bank.get("/v1/signingKeys").ok().body().toString());
    String verdict = verify(file, keys);
    System.out.println(verdict);
    assertThat(verdict).startsWith("GENUINE");
    Files.writeString(file, Files.readString(file).replace(payee, Reports.account(1)));
    assertThat(verify(file, keys)).contains("FIELD_DIFFERS accountNumber");
  }

  @Test
  void disownedOrForgottenBothSidesAreAlarmedAndTheBankLetsGo() {
    Reply born = bank.post("/v1/stopOrders:openByPhone", opening(Reports.account(1))).ok();
    String order = born.text("id");
    assertThat(born.text("oralNotices.0.proof")).isEqualTo("NOT_PROVEN");
    assertThat(bank.post(Reports.path(order, ":releaseUnadopted"), reasoned()).reason())
        .isEqualTo("STOP_NOT_UNADOPTED");
    Reply disowned = officer.post(Reports.path(order, ":disown"), reasoned()).ok();
    assertThat(disowned.text("adoption.state")).isEqualTo("DISOWNED");
    task(command, "SUPERVISOR_DESK", "UNADOPTED_STOP", "stopOrders/" + order);
    task(security, "SECURITY_DESK", "UNADOPTED_STOP", "stopOrders/" + order);
    task(bank, "LIAISON_DESK", "UNADOPTED_STOP", "stopOrders/" + order);
    assertThat(bank.post(Reports.path(order, ":releaseUnadopted"), reasoned()).ok().text("state"))
        .isEqualTo("RELEASED");

    Person branch = world.login("feng.branch");
    Map<String, Object> counter = opening(Reports.account(1));
    counter.remove("caller");
    counter.put("victimPresent", true);
    String forgotten = branch.post("/v1/stopOrders:openByPhone", counter).ok().text("id");
    Waiting.until(
        "nobody said anything",
        PATIENCE,
        () ->
            branch
                .get(Reports.path(forgotten, ""))
                .ok()
                .text("adoption.state")
                .equals("UNADOPTED"));
    assertThat(
            bank.post(Reports.path(forgotten, ":releaseUnadopted"), reasoned()).ok().text("state"))
        .isEqualTo("RELEASED");
  }

  @Test
  void wrongCodesAreLimitedAndAlarmed() {
    Person second = world.login("zhou.bank");
    for (int i = 0; i < 3; i++) {
      assertThat(second.post("/v1/callCodes:check", heard("00000000", Reports.account(2))).reason())
          .isEqualTo("CALL_CODE_WRONG");
    }
    assertThat(second.post("/v1/callCodes:check", heard("00000000", Reports.account(2))).reason())
        .isEqualTo("CALL_CODE_TRIES_EXHAUSTED");
    task(world.login("wu.security"), "SECURITY_DESK", "WRONG_CALL_CODES", "callCodeTries/");
  }

  private static void task(Person person, String desk, String kind, String subject) {
    Waiting.until(
        kind + " for " + person.name(), PATIENCE, () -> DeskTasks.has(person, desk, kind, subject));
  }

  private String links(String caseId) {
    return officer.get("/v1/cases/" + caseId).ok().at("stopOrders").toString();
  }

  private Map<String, Object> code(String payee, String institution) {
    Map<String, Object> body = heard("", payee);
    body.remove("code");
    body.put("bank", institution);
    return body;
  }

  private static Map<String, Object> heard(String code, String payee) {
    Map<String, Object> body = request();
    body.put("code", code);
    body.put("accountNumber", payee);
    body.put("amountFen", "1000000");
    return body;
  }

  private Map<String, Object> opening(String payee) {
    Instant now = Instant.now();
    String transferTime = now.minusSeconds(900).toString();
    Map<String, Object> account =
        Map.of("kind", "CARD", "accountNumber", payee, "accountName", "测试收款人");
    Map<String, Object> body = request();
    body.put("station", Directory.id(officer, "code", STATION));
    body.put("caller", Map.of("name", "测试陈警官", "officerNumber", "999101"));
    body.put("callTime", now.minusSeconds(3).toString());
    body.put("payee", account);
    body.put(
        "transfers",
        List.of(Map.of("payee", account, "amountFen", "1000000", "transferTime", transferTime)));
    body.put(
        "stop",
        Map.of(
            "record",
            Map.of(
                "accountName",
                "测试收款人",
                "accountNumber",
                payee,
                "credits",
                List.of(Map.of("amountFen", "1000000", "bookingTime", transferTime))),
            "executeTime",
            now.minusSeconds(1).toString(),
            "balanceBeforeFen",
            "900000",
            "heldFen",
            "900000"));
    body.put("lateReason", "测试：演示环境补录");
    return body;
  }

  private static Map<String, Object> request() {
    Map<String, Object> body = new HashMap<>();
    body.put("requestId", Reports.uuid());
    return body;
  }

  private static Map<String, Object> reasoned() {
    return with(request(), "reason", "测试：本所无人来电");
  }

  private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
    body.put(key, value);
    return body;
  }

  private static String verify(Path order, Path keys) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "bash",
                ROOT.resolve("holdfast").toString(),
                "verify-order",
                order.toString(),
                "--keys",
                keys.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said;
  }
}
