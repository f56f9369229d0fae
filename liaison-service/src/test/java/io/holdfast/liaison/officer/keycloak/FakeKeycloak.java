package io.holdfast.liaison.officer.keycloak;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Keycloak's admin API as an officer needs, over real HTTP. */
final class FakeKeycloak implements AutoCloseable {
  private static final Pattern ROLES = Pattern.compile("/users/([^/]+)/role-mappings/realm");
  private static final Pattern LOGOUT = Pattern.compile("/users/([^/]+)/logout");
  private static final Pattern USER = Pattern.compile("/users/([^/]+)");
  private static final Pattern ROLE = Pattern.compile("/roles/([^/]+)");

  final Map<String, JsonObject> users = new LinkedHashMap<>();
  final Map<String, TreeSet<String>> roles = new LinkedHashMap<>();
  final List<String> loggedOut = new ArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile boolean rolesFail;

  private final HttpServer server;

  FakeKeycloak() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.endsWith("/token")) {
      answer(
          exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300,\"token_type\":\"bearer\"}");
      return;
    }
    String own = path.replace("/admin/realms/holdfast", "");
    requests.add(exchange.getRequestMethod() + ' ' + own);
    admin(exchange, own, body);
  }

  private void admin(HttpExchange exchange, String path, String body) throws IOException {
    String method = exchange.getRequestMethod();
    Matcher role = ROLE.matcher(path);
    Matcher mapping = ROLES.matcher(path);
    Matcher logout = LOGOUT.matcher(path);
    Matcher user = USER.matcher(path);
    if (path.equals("/users") && method.equals("GET")) {
      search(exchange);
    } else if (path.equals("/users") && method.equals("POST")) {
      create(exchange, JsonParser.parseString(body).getAsJsonObject());
    } else if (role.matches()) {
      answer(exchange, 200, role(role.group(1)).toString());
    } else if (mapping.matches()) {
      map(exchange, mapping.group(1), body);
    } else if (logout.matches()) {
      loggedOut.add(logout.group(1));
      answer(exchange, 204, "");
    } else if (user.matches() && method.equals("PUT")) {
      users.put(user.group(1), JsonParser.parseString(body).getAsJsonObject());
      answer(exchange, 204, "");
    } else {
      answer(exchange, 404, "{}");
    }
  }

  private void search(HttpExchange exchange) throws IOException {
    var found = new JsonArray();
    users.forEach(
        (id, user) -> {
          String query = exchange.getRequestURI().getQuery();
          if (query.contains("username=" + user.get("username").getAsString())) {
            JsonObject shown = user.deepCopy();
            shown.addProperty("id", id);
            found.add(shown);
          }
        });
    answer(exchange, 200, found.toString());
  }

  private void create(HttpExchange exchange, JsonObject user) throws IOException {
    String id = "id-" + user.get("username").getAsString();
    users.put(id, user);
    roles.put(id, new TreeSet<>(List.of("default-roles-holdfast")));
    exchange.getResponseHeaders().add("Location", uri() + "/admin/realms/holdfast/users/" + id);
    answer(exchange, 201, "");
  }

  private void map(HttpExchange exchange, String id, String body) throws IOException {
    TreeSet<String> held = roles.computeIfAbsent(id, _ -> new TreeSet<>());
    if (rolesFail) {
      answer(exchange, 500, "{}");
      return;
    }
    if (exchange.getRequestMethod().equals("GET")) {
      var all = new JsonArray();
      held.forEach(name -> all.add(role(name)));
      answer(exchange, 200, all.toString());
      return;
    }
    for (var one : JsonParser.parseString(body).getAsJsonArray()) {
      String name = one.getAsJsonObject().get("name").getAsString();
      if (exchange.getRequestMethod().equals("POST")) {
        held.add(name);
      } else {
        held.remove(name);
      }
    }
    answer(exchange, 204, "");
  }

  private static JsonObject role(String name) {
    var role = new JsonObject();
    role.addProperty("id", "role-" + name);
    role.addProperty("name", name);
    return role;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
