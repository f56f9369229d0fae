package io.holdfast.freezing.stop.seal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./holdfast verify-order FILE --keys FILE}: whether an order is as the police signed it.
 * Needs no network. Ends with 0 if it is, 1 if it is not, 2 if it could not be read.
 */
public final class VerifyOrder {
  private VerifyOrder() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out));
  }

  /** The same without ending the process. */
  static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 3 || !arguments[1].equals("--keys")) {
      out.println("usage: verify-order ORDER.json --keys KEYS.json");
      return 2;
    }
    try {
      JsonObject order = read(arguments[0]);
      List<String> findings = OrderCheck.findings(order, read(arguments[2]));
      if (findings.isEmpty()) {
        out.println(
            "GENUINE 签名有效 order "
                + order.get("orderNumber").getAsString()
                + ", key "
                + order.getAsJsonObject("signature").get("keyId").getAsString());
        return 0;
      }
      out.println("NOT GENUINE 签名无效或内容被改动");
      findings.forEach(each -> out.println("  " + each));
      return 1;
    } catch (IOException | JsonParseException | IllegalArgumentException e) {
      out.println("cannot be read: " + e.getMessage());
      return 2;
    } catch (IllegalStateException | UnsupportedOperationException e) {
      out.println("cannot be read: not an order or not a list of keys");
      return 2;
    }
  }

  private static JsonObject read(String file) throws IOException {
    return JsonParser.parseString(Files.readString(Path.of(file))).getAsJsonObject();
  }
}
