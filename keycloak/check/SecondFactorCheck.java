import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logs in to the production realm as a browser would, page by page, and proves that a password
 * alone opens nothing: the first login sets up one-time codes, every later login asks for one, a
 * wrong code is refused, and no client may exchange a password for a token.
 *
 * <p>{@code ./holdfast verify} runs it against a Keycloak of its own: {@code java
 * SecondFactorCheck.java ISSUER CONSOLE_URL USER FIRST_PASSWORD}. Exit 1, with one line, where a
 * promise is broken.
 */
public final class SecondFactorCheck {
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final int PAGES_MAX = 8;
  private static final String VERIFIER = "a-code-verifier-of-this-check-alone-0123456789";
  private static final String NEW_PASSWORD = "Quiet-Lantern-2048";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();
  private final String issuer;
  private final String console;
  private final String user;
  private String password;
  private String codeSecret = "";

  private SecondFactorCheck(String issuer, String console, String user, String firstPassword) {
    this.issuer = issuer;
    this.console = console;
    this.user = user;
    this.password = firstPassword;
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 4) {
      System.err.println("usage: SecondFactorCheck ISSUER CONSOLE_URL USER FIRST_PASSWORD");
      System.exit(2);
    }
    try {
      new SecondFactorCheck(args[0], args[1], args[2], args[3]).run();
    } catch (Broken e) {
      System.err.println("second factor: " + e.getMessage());
      System.exit(1);
    }
    System.out.println("second factor: asked for at each login, set up at the first");
  }

  private void run() throws Exception {
    passwordBuysNoToken("console");
    passwordBuysNoToken("demo-cli");
    codeFlowWantsPkce();

    var first = new Browser();
    var setUp = first.untilCode(this::answer);
    require(!codeSecret.isEmpty(), "the first login did not make the user set up codes");
    readToken(setUp);

    var second = new Browser();
    var page = second.submit(second.open(loginPage()), answer(second.page.inputs()));
    require(page.inputs().containsKey("otp"), "the second login did not ask for a code");
    page = second.submit(page, Map.of("otp", "000000"));
    require(page.code().isEmpty(), "a wrong code was taken");
    require(second.open(loginPage()).code().isEmpty(), "the password alone opened a session");
    // The code of the next period: this period's is used up, and the realm looks one ahead.
    second.untilCode(this::answer);
  }

  /** What a person would type into the page that has these fields. */
  private Map<String, String> answer(Map<String, String> inputs) {
    if (inputs.containsKey("totpSecret")) {
      codeSecret = inputs.get("totpSecret");
      return Map.of("totp", code(Instant.now()), "userLabel", "check");
    }
    if (inputs.containsKey("otp")) {
      return Map.of("otp", code(Instant.now().plusSeconds(30)));
    }
    if (inputs.containsKey("password-new")) {
      password = NEW_PASSWORD;
      return Map.of("password-new", password, "password-confirm", password);
    }
    if (inputs.containsKey("username")) {
      return Map.of("username", user, "password", password);
    }
    throw new Broken("a page with the fields " + inputs.keySet() + " was not expected");
  }

  private void passwordBuysNoToken(String client) throws Exception {
    var form =
        Map.of(
            "grant_type", "password", "client_id", client, "username", user, "password", password);
    var response =
        http.send(post(tokenEndpoint(), form).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    require(response.statusCode() >= 400, client + " exchanged a password for a token");
  }

  private void codeFlowWantsPkce() throws Exception {
    var page =
        new Browser()
            .open(URI.create(loginPage().toString().replaceAll("&code_challenge[^&]*", "")));
    require(
        page.location().contains("error=invalid_request"), "the code flow went on without PKCE");
  }

  private void readToken(String code) throws Exception {
    var form =
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "console",
            "code",
            code,
            "redirect_uri",
            console + "/",
            "code_verifier",
            VERIFIER);
    var body =
        http.send(post(tokenEndpoint(), form).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
            .body();
    var token = first(Pattern.compile("\"access_token\":\"[^.]+\\.([^.]+)"), body);
    require(!token.isEmpty(), "the code could not be exchanged for a token");
    var claims = new String(Base64.getUrlDecoder().decode(token), UTF_8);
    for (var claim :
        new String[] {
          "\"officer\":", "\"institution\":", "\"region\":", "\"name\":", "\"holdfast-api\""
        }) {
      require(claims.contains(claim), "the token lacks " + claim);
    }
    var life =
        Long.parseLong(first(Pattern.compile("\"exp\":(\\d+)"), claims))
            - Long.parseLong(first(Pattern.compile("\"iat\":(\\d+)"), claims));
    require(life <= 300, "access tokens live " + life + " s, expected at most 300");
  }

  private URI loginPage() throws Exception {
    return URI.create(
        issuer
            + "/protocol/openid-connect/auth?client_id=console&response_type=code&scope=openid&redirect_uri="
            + URLEncoder.encode(console + "/", UTF_8)
            + "&code_challenge_method=S256&code_challenge="
            + challenge());
  }

  private URI tokenEndpoint() {
    return URI.create(issuer + "/protocol/openid-connect/token");
  }

  private static String challenge() throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** The six digits of RFC 6238 for the half minute that {@code at} lies in. */
  private String code(Instant at) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(codeSecret.getBytes(UTF_8), "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
      var value = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      return "%06d".formatted(value % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder post(URI uri, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(
                e ->
                    URLEncoder.encode(e.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(uri)
        .timeout(WAIT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).replace("&amp;", "&") : "";
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Broken(otherwise);
    }
  }

  /**
   * A page as far as a person filling its form needs it; {@code location} where it redirects to.
   */
  private record Page(String location, String body) {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    String code() {
      return first(CODE, location);
    }

    String action() {
      return first(FORM, body);
    }

    Map<String, String> inputs() {
      var inputs = new LinkedHashMap<String, String>();
      INPUT
          .matcher(body)
          .results()
          .map(r -> r.group())
          .forEach(i -> inputs.put(first(NAME, i), first(VALUE, i)));
      return inputs;
    }
  }

  /**
   * Keeps its own cookies: Java's cookie store, unlike a browser, keeps Secure ones back from
   * loopback.
   */
  private final class Browser {
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Page page = new Page("", "");

    String untilCode(UnaryOperator<Map<String, String>> typist) throws Exception {
      open(loginPage());
      for (int pages = 0; pages < PAGES_MAX && page.code().isEmpty(); pages++) {
        submit(page, typist.apply(page.inputs()));
      }
      require(!page.code().isEmpty(), "no code after " + PAGES_MAX + " pages");
      return page.code();
    }

    Page open(URI uri) throws Exception {
      return send(HttpRequest.newBuilder(uri).timeout(WAIT).GET());
    }

    Page submit(Page form, Map<String, String> typed) throws Exception {
      var fields = new LinkedHashMap<>(form.inputs());
      fields.keySet().removeIf(String::isEmpty);
      fields.putAll(typed);
      return send(post(URI.create(form.action()), fields));
    }

    private Page send(HttpRequest.Builder request) throws Exception {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; ")));
      }
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      for (var header : response.headers().allValues("set-cookie")) {
        var pair = header.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      var location = response.headers().firstValue("location").orElse("");
      page = new Page(location, response.body());
      return location.isEmpty() || location.startsWith(console + "/")
          ? page
          : open(URI.create(location));
    }
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }
}
