package io.holdfast.kit.mongo;

import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonParseException;

/** Page tokens: the sort values of the last item, bound to the list they belong to. */
final class PageTokens {
  private static final String LIST = "l";
  private static final String VALUES = "k";

  private PageTokens() {}

  static String write(String list, List<?> values) {
    String json = new Document(LIST, list).append(VALUES, values).toJson();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  static List<Object> read(String list, int values, String token) {
    try {
      var json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      Document document = Document.parse(json);
      List<Object> read = document.getList(VALUES, Object.class);
      if (list.equals(document.getString(LIST)) && read != null && read.size() == values) {
        return read;
      }
    } catch (IllegalArgumentException | ClassCastException | JsonParseException _) {
      // told below
    }
    throw Problem.of(KitReason.PAGE_TOKEN_INVALID);
  }
}
