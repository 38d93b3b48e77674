package io.github.retention4j.examples.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code name=value&name=value}. */
final class QueryText {

  private QueryText() {}

  static Map<String, String> parse(@Nullable String raw) {
    Map<String, String> parameters = new TreeMap<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("query (" + part + ") must be name=value");
      }
      String name = decode(part.substring(0, equals));
      if (parameters.put(name, decode(part.substring(equals + 1))) != null) {
        throw new IllegalArgumentException("query parameter (" + name + ") must come once");
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
