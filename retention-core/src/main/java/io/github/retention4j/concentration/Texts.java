package io.github.retention4j.concentration;

import java.util.Locale;

/** How numbers are shown. */
final class Texts {

  private Texts() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
