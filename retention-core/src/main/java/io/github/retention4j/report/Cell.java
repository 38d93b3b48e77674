package io.github.retention4j.report;

import java.util.Optional;
import java.util.function.Supplier;

/** One value of a table. Each of its forms is written when it is asked for. */
final class Cell {

  static final String NOTHING = "-";

  private final Supplier<String> shown;
  private final Supplier<String> exact;
  private final Optional<String> whyEmpty;

  private Cell(Supplier<String> shown, Supplier<String> exact, Optional<String> whyEmpty) {
    this.shown = shown;
    this.exact = exact;
    this.whyEmpty = whyEmpty;
  }

  static Cell of(Supplier<String> shown, Supplier<String> exact) {
    return new Cell(shown, exact, Optional.empty());
  }

  static Cell empty(String why) {
    return new Cell(() -> NOTHING, () -> "", Optional.of(why));
  }

  /** Returns the value for people, rounded. */
  String shown() {
    return shown.get();
  }

  /** Returns the value for programs, not rounded; without characters where there is none. */
  String exact() {
    return exact.get();
  }

  /** Returns why there is no value. */
  Optional<String> whyEmpty() {
    return whyEmpty;
  }
}
