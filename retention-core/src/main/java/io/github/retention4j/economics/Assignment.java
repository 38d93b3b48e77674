package io.github.retention4j.economics;

import java.util.Optional;

/** How customers came to be in a programme or in its control group. The caller must say so. */
public enum Assignment {

  /** By lot. The difference is an effect of the programme. */
  RANDOMISED(""),

  /**
   * By picking controls that look like the members. Only what was looked at is alike; the rest may
   * differ.
   */
  MATCHED(
      "matched, not randomised: members and controls may differ in what was not matched, and the"
          + " difference may be theirs"),

  /**
   * By their own choice. Members of a loyalty programme were mostly more loyal before they joined,
   * and the difference is likely to be too large.
   */
  SELF_SELECTED(
      "not randomised: customers chose to join, those who join are mostly more loyal anyway, and the"
          + " difference is likely to overstate the effect");

  private final String caution;

  Assignment(String caution) {
    this.caution = caution;
  }

  /**
   * Returns what to bear in mind when reading a difference.
   *
   * @return one line; empty if customers were assigned by lot
   */
  public Optional<String> warning() {
    return caution.isEmpty() ? Optional.empty() : Optional.of(caution);
  }
}
