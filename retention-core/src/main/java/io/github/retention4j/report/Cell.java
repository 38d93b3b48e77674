package io.github.retention4j.report;

import java.util.Optional;

/**
 * One value of a table.
 *
 * @param shown for people, rounded
 * @param exact for programs, not rounded; without characters where there is no value
 * @param whyEmpty why there is no value
 */
record Cell(String shown, String exact, Optional<String> whyEmpty) {

  static final String NOTHING = "-";

  static Cell of(String shown, String exact) {
    return new Cell(shown, exact, Optional.empty());
  }

  static Cell empty(String why) {
    return new Cell(NOTHING, "", Optional.of(why));
  }
}
