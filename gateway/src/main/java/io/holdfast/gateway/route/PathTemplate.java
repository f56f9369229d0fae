package io.holdfast.gateway.route;

import java.util.ArrayList;
import java.util.List;

/**
 * A path of google.api.http, e.g. `/v1/{name=cases/*}/transfers/{number}:confirm`.
 *
 * @param source as written in the contract
 * @param segments what each segment between slashes must be
 * @param verb what follows the last colon, without it; empty when there is none
 * @param variables which segments fill which request fields
 */
public record PathTemplate(
    String source, List<Segment> segments, String verb, List<Variable> variables) {

  /** What one segment of the path must be. */
  public sealed interface Segment {}

  /** Exactly this text. */
  public record Literal(String text) implements Segment {}

  /** One segment, whatever it says (`*`). */
  public record Any() implements Segment {}

  /** All that is left, at least one segment (`**`). */
  public record Rest() implements Segment {}

  /**
   * A field filled from the path.
   *
   * @param fieldPath the request field, dots between nested names
   * @param from index of its first segment
   * @param to index after its last segment; for one that ends in `**` the number of segments
   * @param manySegments whether it may hold slashes, so an escaped slash inside it stays escaped
   */
  public record Variable(String fieldPath, int from, int to, boolean manySegments) {}

  /** Reads a template; what is not one is refused with the place. */
  public static PathTemplate parse(String source) {
    return new Reading(source).template();
  }

  /** One pass over the text, left to right. */
  private static final class Reading {
    private final String source;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private int at;

    Reading(String source) {
      this.source = source;
    }

    PathTemplate template() {
      do {
        expect('/');
        if (peek() == '{') {
          variable();
        } else {
          segments.add(segment());
        }
      } while (peek() == '/');
      String verb = "";
      if (peek() == ':') {
        at++;
        verb = literal();
      }
      if (at != source.length()) {
        throw broken("nothing more");
      }
      int rest = segments.indexOf(new Rest());
      if (rest >= 0 && rest != segments.size() - 1) {
        throw broken("** only as the last segment");
      }
      return new PathTemplate(source, List.copyOf(segments), verb, List.copyOf(variables));
    }

    private void variable() {
      expect('{');
      int start = at;
      while (peek() != '=' && peek() != '}' && peek() != 0) {
        at++;
      }
      String fieldPath = source.substring(start, at);
      if (!fieldPath.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
        throw broken("a field path");
      }
      int from = segments.size();
      if (peek() == '=') {
        do {
          at++;
          segments.add(segment());
        } while (peek() == '/');
      } else {
        segments.add(new Any());
      }
      expect('}');
      boolean many =
          segments.size() - from > 1 || segments.get(segments.size() - 1) instanceof Rest;
      variables.add(new Variable(fieldPath, from, segments.size(), many));
    }

    private Segment segment() {
      if (source.startsWith("**", at)) {
        at += 2;
        return new Rest();
      }
      if (peek() == '*') {
        at++;
        return new Any();
      }
      return new Literal(literal());
    }

    private String literal() {
      int start = at;
      while ("/:{}*=".indexOf(peek()) < 0 && peek() != 0) {
        at++;
      }
      if (at == start) {
        throw broken("a literal");
      }
      return source.substring(start, at);
    }

    private char peek() {
      return at < source.length() ? source.charAt(at) : 0;
    }

    private void expect(char wanted) {
      if (peek() != wanted) {
        throw broken("'" + wanted + "'");
      }
      at++;
    }

    private IllegalArgumentException broken(String wanted) {
      return new IllegalArgumentException(
          "path template: \"%s\" at %d (expected: %s)".formatted(source, at, wanted));
    }
  }
}
