import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Brings the demonstration's institutions, routing table, officers and machines into a running
 * system, through its public API and with an administrator's token, as a person would. Applying it
 * again changes nothing: what is there already is left as it is.
 *
 * <p>{@code ./holdfast up} runs it: {@code java ApplySeed.java GATEWAY ISSUER SEED LOGINS}. The
 * passwords of the administrator and of officer-provisioner come in the environment.
 */
public final class ApplySeed {
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final int TRIES_MAX = 15;
  private static final int PROVISIONING_SECONDS_MAX = 120;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();
  private final String gateway;
  private final String issuer;
  private final JsonObject seed;
  private final String administrator;
  private final Map<String, Known> institutions = new HashMap<>();

  /** An institution as the API answers it. */
  private record Known(String id, String name, String region) {}

  private ApplySeed(String gateway, String issuer, JsonObject seed) throws Exception {
    this.gateway = gateway;
    this.issuer = issuer;
    this.seed = seed;
    administrator =
        token(
            Map.of(
                "grant_type", "password",
                "client_id", "demo-cli",
                "username", "admin",
                "password", System.getenv("HOLDFAST_SECRET_ADMINISTRATOR")));
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 4) {
      System.err.println("usage: ApplySeed GATEWAY ISSUER SEED LOGINS");
      System.exit(2);
    }
    var seed = JsonParser.parseString(Files.readString(Path.of(args[2]))).getAsJsonObject();
    var apply = new ApplySeed(args[0], args[1], seed);
    apply.institutions();
    apply.routes();
    apply.officers();
    apply.machines();
    Files.writeString(Path.of(args[3]), apply.logins());
  }

  private void institutions() throws Exception {
    for (var found : all("/v1/institutions", "institutions")) {
      keep(found);
    }
    int added = 0;
    // Parents stand before their children in the file.
    for (var entry : entries("institutions")) {
      if (!institutions.containsKey(text(entry, "code"))) {
        var institution = entry.deepCopy();
        if (entry.has("parent")) {
          institution.addProperty("parent", institution(text(entry, "parent")).id());
        }
        var request = new JsonObject();
        request.add("institution", institution);
        keep(create("/v1/institutions", request));
        added++;
      }
    }
    System.out.println("institutions: " + added + " added, " + institutions.size() + " known");
  }

  private void keep(JsonObject found) {
    institutions.put(
        text(found, "code"),
        new Known(text(found, "id"), text(found, "name"), text(found, "region")));
  }

  private void routes() throws Exception {
    var routes = new JsonArray();
    for (var entry : entries("routes")) {
      var route = entry.deepCopy();
      route.addProperty("institution", institution(text(entry, "institution")).id());
      routes.add(route);
    }
    var request = new JsonObject();
    request.add("routes", routes);
    System.out.println("routes: " + create("/v1/routes:import", request));
  }

  private void officers() throws Exception {
    var known =
        all("/v1/officers", "officers").stream()
            .map(officer -> text(officer, "username"))
            .collect(Collectors.toSet());
    int added = 0;
    for (var entry : entries("officers")) {
      if (!known.contains(text(entry, "username"))) {
        var officer = new JsonObject();
        officer.addProperty("institution", institution(text(entry, "institution")).id());
        officer.addProperty("username", text(entry, "username"));
        officer.addProperty("name", text(entry, "name"));
        officer.addProperty("officerNumber", text(entry, "number"));
        officer.add("roles", entry.get("roles"));
        var request = new JsonObject();
        request.add("officer", officer);
        request.addProperty("initialPassword", text(seed, "password"));
        create("/v1/officers", request);
        added++;
      }
    }
    System.out.println("officers: " + added + " added");
    awaitProvisioned();
  }

  private void awaitProvisioned() throws Exception {
    for (int second = 0; second < PROVISIONING_SECONDS_MAX; second++) {
      var waiting =
          all("/v1/officers", "officers").stream()
              .filter(officer -> text(officer, "state").equals("PROVISIONING"))
              .map(officer -> text(officer, "username"))
              .toList();
      if (waiting.isEmpty()) {
        return;
      }
      if (second == PROVISIONING_SECONDS_MAX - 1) {
        throw new IOException("Keycloak was not told of " + waiting);
      }
      Thread.sleep(1000);
    }
  }

  /** Tells Keycloak which institution a demo machine belongs to; its id is known only now. */
  private void machines() throws Exception {
    var provisioner =
        token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "officer-provisioner",
                "client_secret", System.getenv("HOLDFAST_SECRET_OFFICER_PROVISIONER")));
    var users = issuer.replace("/realms/", "/admin/realms/") + "/users";
    for (var entry : entries("machines")) {
      var username = "service-account-" + text(entry, "client");
      var found = send(get(users + "?exact=true&username=" + username, provisioner));
      var user = found.getAsJsonArray().get(0).getAsJsonObject();
      var institution = institution(text(entry, "institution"));
      var attributes = new JsonObject();
      attributes.add("institution", list(institution.id()));
      attributes.add("region", list(institution.region()));
      user.add("attributes", attributes);
      send(
          request(users + "/" + text(user, "id"), provisioner)
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString(user.toString())));
    }
    System.out.println("machines: " + entries("machines").size());
  }

  /** The table `up` shows. Latin columns first, since Chinese ones have no fixed width. */
  private String logins() {
    var line = "  %-18s %-14s %-36s %s%n";
    var table = new StringBuilder(line.formatted("user", "password", "roles", "institution"));
    table.append(line.formatted("admin", "admin-demo", "administrator", "-"));
    for (var entry : entries("officers")) {
      var roles =
          entry.getAsJsonArray("roles").asList().stream()
              .map(role -> role.getAsString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      table.append(
          line.formatted(
              text(entry, "username"),
              text(seed, "password"),
              roles,
              institution(text(entry, "institution")).name()));
    }
    return table.toString();
  }

  private Known institution(String code) {
    var known = institutions.get(code);
    if (known == null) {
      throw new IllegalArgumentException("seed: no institution has the code " + code);
    }
    return known;
  }

  private List<JsonObject> entries(String name) {
    return seed.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private List<JsonObject> all(String path, String field) throws Exception {
    var found = new ArrayList<JsonObject>();
    var page = "";
    do {
      var uri = gateway + path + "?pageSize=100&pageToken=" + URLEncoder.encode(page, UTF_8);
      var answer = send(get(uri, administrator)).getAsJsonObject();
      if (answer.has(field)) {
        answer.getAsJsonArray(field).forEach(entry -> found.add(entry.getAsJsonObject()));
      }
      page = text(answer, "nextPageToken");
    } while (!page.isEmpty());
    return found;
  }

  /** The request id follows from the content, so that a repeat after a lost answer is the same. */
  private JsonObject create(String path, JsonObject body) throws Exception {
    var id = UUID.nameUUIDFromBytes((path + body).getBytes(UTF_8));
    body.addProperty("requestId", id.toString());
    return send(request(gateway + path, administrator)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
        .getAsJsonObject();
  }

  private String token(Map<String, String> form) throws Exception {
    var body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(WAIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    return text(answer.getAsJsonObject(), "access_token");
  }

  private static HttpRequest.Builder get(String uri, String token) {
    return request(uri, token).GET();
  }

  private static HttpRequest.Builder request(String uri, String token) {
    return HttpRequest.newBuilder(URI.create(uri))
        .timeout(WAIT)
        .header("Authorization", "Bearer " + token);
  }

  /** Asks again while the system is not ready to answer; every request here may be repeated. */
  private JsonElement send(HttpRequest.Builder builder) throws Exception {
    var request = builder.build();
    for (int attempt = 1; ; attempt++) {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      int status = response.statusCode();
      if (status < 300) {
        return response.body().isEmpty()
            ? new JsonObject()
            : JsonParser.parseString(response.body());
      }
      if ((status != 429 && status != 503) || attempt == TRIES_MAX) {
        throw new IOException(
            request.method()
                + " "
                + request.uri().getPath()
                + ": "
                + status
                + " "
                + response.body());
      }
      Thread.sleep(1000);
    }
  }

  private static String text(JsonObject object, String field) {
    return object.has(field) ? object.get(field).getAsString() : "";
  }

  private static JsonArray list(String value) {
    var list = new JsonArray();
    list.add(value);
    return list;
  }
}
