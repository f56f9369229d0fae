package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.e2e.driver.Directory;
import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.Reply;
import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * An officer is made through the API, logs in by Keycloak, is disabled, and gets no token any more.
 */
@Order(7)
final class OfficersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = RunningSystem.get().world();

  @Test
  void aDisabledOfficerIsShutOut() {
    Person admin = world.login("admin", "admin-demo");
    String username = "test." + Long.toString(System.nanoTime(), 36);
    Reply made =
        admin
            .post(
                "/v1/officers",
                Map.of(
                    "requestId", Reports.uuid(),
                    "initialPassword", "holdfast-demo",
                    "officer",
                        Map.of(
                            "username",
                            username,
                            "name",
                            "测试新警官",
                            "officerNumber",
                            "999199",
                            "institution",
                            station(),
                            "roles",
                            List.of("STATION_OFFICER"))))
            .ok();
    Waiting.patiently(PATIENCE, () -> world.login(username).get("/v1/cases?pageSize=1").ok());
    admin
        .post(
            "/v1/officers/" + made.text("id") + ":disable",
            Map.of("requestId", Reports.uuid(), "reason", "测试：离职"))
        .ok();
    Waiting.until(
        "disabled in Keycloak too",
        PATIENCE,
        () -> admin.get("/v1/officers/" + made.text("id")).ok().text("state").equals("DISABLED"));
    Person shutOut = world.login(username);
    assertThatThrownBy(() -> shutOut.get("/v1/cases")).hasMessageContaining("no token");
  }

  private String station() {
    Person admin = world.login("admin", "admin-demo");
    // Another test may have restarted the service a moment ago.
    return Waiting.patiently(PATIENCE, () -> Directory.id(admin, "code", "999001000001"));
  }

  @Test
  void aTakenUserNameIsRefused() {
    Person admin = world.login("admin", "admin-demo");
    Reply taken =
        admin.post(
            "/v1/officers",
            Map.of(
                "requestId", Reports.uuid(),
                "officer",
                    Map.of(
                        "username",
                        "chen.officer",
                        "name",
                        "测试同名",
                        "institution",
                        station(),
                        "roles",
                        List.of("STATION_OFFICER"))));
    assertThat(taken.reason()).isEqualTo("USERNAME_TAKEN");
  }
}
