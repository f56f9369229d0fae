package io.holdfast.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the target of a path and HTTP method by walking the path's segments: the cost grows with
 * the length of the path, not with the number of routes. A literal goes before `*`, `*` before
 * `**`.
 *
 * @param <T> what a route leads to
 */
public final class RouteTrie<T> {
  /** Longer paths are no route of ours. */
  private static final int SEGMENTS_MAX = 32;

  private final Node<T> root = new Node<>();

  /** What a lookup says. */
  public sealed interface Answer<T> {}

  /**
   * The route.
   *
   * @param target what it leads to
   * @param variables values of the path's variables by field path, decoded
   */
  public record Found<T>(T target, Map<String, String> variables) implements Answer<T> {}

  /**
   * The path is known, the method is not.
   *
   * @param allowed the methods it has, sorted
   */
  public record WrongMethod<T>(Set<String> allowed) implements Answer<T> {}

  /** No route has this path. */
  public record Unknown<T>() implements Answer<T> {}

  private record Route<T>(PathTemplate template, T target) {}

  private static final class Node<T> {
    final Map<String, Node<T>> literals = new HashMap<>();
    @Nullable Node<T> any;
    @Nullable Node<T> rest;

    /** By verb (empty: none), then by HTTP method. */
    final Map<String, Map<String, Route<T>>> routes = new HashMap<>();
  }

  /** Adds a route. Two with the same shape, verb and method are refused. */
  public void add(String method, PathTemplate template, T target) {
    Node<T> node = root;
    for (PathTemplate.Segment segment : template.segments()) {
      node =
          switch (segment) {
            case PathTemplate.Literal(String text) ->
                node.literals.computeIfAbsent(text, _ -> new Node<>());
            case PathTemplate.Any() -> {
              if (node.any == null) {
                node.any = new Node<>();
              }
              yield node.any;
            }
            case PathTemplate.Rest() -> {
              if (node.rest == null) {
                node.rest = new Node<>();
              }
              yield node.rest;
            }
          };
    }
    Route<T> before =
        node.routes
            .computeIfAbsent(template.verb(), _ -> new HashMap<>())
            .putIfAbsent(method, new Route<>(template, target));
    if (before != null) {
      throw new IllegalStateException(
          "two routes for %s %s: %s and %s"
              .formatted(method, template.source(), before.target(), target));
    }
  }

  /** Looks a path up, as it came: still percent-encoded. */
  public Answer<T> find(String method, String rawPath) {
    List<String> raw = split(rawPath);
    if (raw.isEmpty()) {
      return new Unknown<>();
    }
    Set<String> allowed = new TreeSet<>();
    String last = raw.get(raw.size() - 1);
    int colon = last.lastIndexOf(':');
    if (colon > 0 && colon < last.length() - 1) {
      List<String> shorter = new ArrayList<>(raw);
      shorter.set(raw.size() - 1, last.substring(0, colon));
      Answer<T> withVerb = walk(shorter, last.substring(colon + 1), method, allowed);
      if (withVerb instanceof Found<T>) {
        return withVerb;
      }
    }
    Answer<T> plain = walk(raw, "", method, allowed);
    if (plain instanceof Found<T>) {
      return plain;
    }
    return allowed.isEmpty() ? new Unknown<>() : new WrongMethod<>(allowed);
  }

  private Answer<T> walk(List<String> raw, String verb, String method, Set<String> allowed) {
    List<String> decoded = new ArrayList<>(raw.size());
    for (String segment : raw) {
      String plain = PercentCode.decode(segment);
      if (plain == null) {
        return new Unknown<>();
      }
      decoded.add(plain);
    }
    Route<T> route = descend(root, decoded, 0, verb, method, allowed);
    return route == null
        ? new Unknown<>()
        : new Found<>(route.target(), variables(route.template(), raw, decoded));
  }

  private static <T> @Nullable Route<T> descend(
      Node<T> node, List<String> path, int depth, String verb, String method, Set<String> allowed) {
    if (depth == path.size()) {
      return here(node, verb, method, allowed);
    }
    String segment = path.get(depth);
    Node<T> literal = node.literals.get(segment);
    if (literal != null) {
      Route<T> route = descend(literal, path, depth + 1, verb, method, allowed);
      if (route != null) {
        return route;
      }
    }
    if (node.any != null && !segment.isEmpty()) {
      Route<T> route = descend(node.any, path, depth + 1, verb, method, allowed);
      if (route != null) {
        return route;
      }
    }
    return node.rest == null ? null : here(node.rest, verb, method, allowed);
  }

  private static <T> @Nullable Route<T> here(
      Node<T> node, String verb, String method, Set<String> allowed) {
    Map<String, Route<T>> byMethod = node.routes.get(verb);
    if (byMethod == null) {
      return null;
    }
    allowed.addAll(byMethod.keySet());
    return byMethod.get(method);
  }

  private static Map<String, String> variables(
      PathTemplate template, List<String> raw, List<String> decoded) {
    if (template.variables().isEmpty()) {
      return Map.of();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (PathTemplate.Variable variable : template.variables()) {
      if (!variable.manySegments()) {
        values.put(variable.fieldPath(), decoded.get(variable.from()));
        continue;
      }
      int to = variable.to() == template.segments().size() ? raw.size() : variable.to();
      List<String> parts = new ArrayList<>();
      for (int i = variable.from(); i < to; i++) {
        parts.add(PercentCode.decodeButSlash(raw.get(i)));
      }
      values.put(variable.fieldPath(), String.join("/", parts));
    }
    return values;
  }

  private static List<String> split(String rawPath) {
    if (!rawPath.startsWith("/")) {
      return List.of();
    }
    List<String> segments = new ArrayList<>(8);
    int from = 1;
    while (segments.size() < SEGMENTS_MAX) {
      int slash = rawPath.indexOf('/', from);
      if (slash < 0) {
        segments.add(rawPath.substring(from));
        return segments;
      }
      segments.add(rawPath.substring(from, slash));
      from = slash + 1;
    }
    return List.of();
  }
}
