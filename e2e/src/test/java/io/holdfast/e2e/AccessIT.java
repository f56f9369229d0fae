package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who gets in, through the gateway and with real tokens. The whole matrix is tested in process. */
@Order(2)
final class AccessIT {
  private static final String NOWHERE = "0".repeat(26);

  private final World world = RunningSystem.get().world();

  @Test
  void nobodyWithoutAGoodToken() {
    for (String token : new String[] {"nonsense", "a.b.c"}) {
      assertThat(world.bearing(token).get("/v1/tasks").status()).isEqualTo(401);
    }
  }

  @Test
  void aSamplePerRole() {
    assertThat(world.login("chen.officer").get("/v1/cases").status()).isEqualTo(200);
    assertThat(world.login("qian.bank").get("/v1/cases").reason()).isEqualTo("ACCESS_DENIED");
    assertThat(world.login("qian.bank").get("/v1/stopOrders").status()).isEqualTo(200);
    assertThat(world.login("wei.security").get("/v1/tasks?desk=SECURITY_DESK").status())
        .isEqualTo(200);
    assertThat(world.login("zhu.carrier").get("/v1/stopOrders").status()).isEqualTo(403);
    assertThat(world.login("tang.auditor").get("/v1/cases").status()).isEqualTo(200);
    assertThat(world.login("sun.supervisor").get("/v1/clocks").status()).isEqualTo(200);
    assertThat(world.login("admin", "admin-demo").get("/v1/cases").status()).isEqualTo(403);
    assertThat(world.login("admin", "admin-demo").get("/v1/officers").status()).isEqualTo(200);
  }

  @Test
  void foreignAndAbsentLookTheSame() {
    String payee = Reports.account(1);
    Reply filed = Reports.file(world.login("chen.officer"), Reports.uuid(), payee).ok();
    Person foreign = world.login("gu.officer");
    Reply foreignCase = foreign.get("/v1/cases/" + filed.text("id"));
    Reply absentCase = foreign.get("/v1/cases/" + NOWHERE);
    assertThat(foreignCase.status()).isEqualTo(403).isEqualTo(absentCase.status());
    assertThat(foreignCase.reason()).isEqualTo(absentCase.reason()).isEqualTo("ACCESS_DENIED");
    assertThat(foreignCase.text("detail")).isEqualTo(absentCase.text("detail"));
    Person otherBank = world.login("zhou.bank");
    assertThat(otherBank.get("/v1/stopOrders/" + Reports.order(filed, 0)).reason())
        .isEqualTo("ACCESS_DENIED");
  }

  @Test
  void internalMethodsHaveNoRoute() {
    Person officer = world.login("chen.officer");
    for (String path :
        new String[] {
          "/holdfast.event.v1.EventInbox/DeliverEvents", "/holdfast.liaison.v1.Routes/GetDirectory"
        }) {
      assertThat(officer.post(path, Map.of()).status()).isEqualTo(404);
    }
  }

  @Test
  void personalValuesAreRefusedInAQuery() {
    Reply asked = world.login("chen.officer").get("/v1/cases?accountNumber=9900010000000000017");
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.body().toString()).doesNotContain("9900010000000000017");
  }
}
