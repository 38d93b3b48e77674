package io.github.retention4j.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which exceptions an entry may throw: those that the Javadoc of its members of that name has. */
final class Documented {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern MEMBER =
      Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*([^;{(=]*)");
  private static final Pattern THROWS = Pattern.compile("@throws (?:[a-z]\\w*\\.)*(\\w+)");
  private static final Pattern LAST_WORD = Pattern.compile("(\\w+)\\s*$");

  private final Map<Class<?>, Map<String, Set<String>>> byType = new HashMap<>();

  /** Whether the entry's own type, or one above it, says that it throws this. */
  boolean allows(Executable entry, Throwable thrown) {
    String name =
        entry instanceof Method ? entry.getName() : entry.getDeclaringClass().getSimpleName();
    return allows(entry.getDeclaringClass(), name, thrown.getClass());
  }

  private boolean allows(Class<?> type, String member, Class<?> thrown) {
    if (type == null || !Entries.isOfTheLibrary(type)) {
      return false;
    }
    Set<String> names =
        byType.computeIfAbsent(type, Documented::read).getOrDefault(member, Set.of());
    for (Class<?> above = thrown; above != Throwable.class; above = above.getSuperclass()) {
      if (names.contains(above.getSimpleName())) {
        return true;
      }
    }
    for (Class<?> above : type.getInterfaces()) {
      if (allows(above, member, thrown)) {
        return true;
      }
    }
    return allows(type.getSuperclass(), member, thrown);
  }

  private static Map<String, Set<String>> read(Class<?> type) {
    String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
    try {
      String source = Files.readString(SOURCES.resolve(outermost + ".java"));
      Map<String, Set<String>> members = new HashMap<>();
      MEMBER
          .matcher(source)
          .results()
          .forEach(
              member -> {
                Matcher name = LAST_WORD.matcher(member.group(2));
                if (name.find()) {
                  members
                      .computeIfAbsent(name.group(1), k -> new HashSet<>())
                      .addAll(exceptions(member.group(1)));
                }
              });
      return members;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> exceptions(String comment) {
    Set<String> names = new HashSet<>();
    THROWS.matcher(comment).results().map((MatchResult r) -> r.group(1)).forEach(names::add);
    return names;
  }
}
