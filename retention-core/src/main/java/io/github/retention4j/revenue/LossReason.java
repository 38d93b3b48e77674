package io.github.retention4j.revenue;

import java.util.List;

/** Why the revenue of a customer went to zero. */
public enum LossReason {
  /** The customer ended it. */
  VOLUNTARY(1, "voluntary"),
  /** Nobody wished it: a payment failed, a card expired. */
  INVOLUNTARY(2, "involuntary"),
  /** Nothing is known about it. */
  UNKNOWN(0, "for unknown reasons");

  private static final List<LossReason> BY_CODE = List.of(UNKNOWN, VOLUNTARY, INVOLUNTARY);

  private final byte code;
  private final String words;

  LossReason(int code, String words) {
    this.code = (byte) code;
    this.words = words;
  }

  /**
   * Returns the reason in words, to follow an amount lost.
   *
   * @return for example {@code involuntary}
   */
  public String words() {
    return words;
  }

  /** Returns the number by which grids keep and store the reason; 0 where nothing is known. */
  byte code() {
    return code;
  }

  /** Returns the reason of a {@link #code()}. */
  static LossReason of(int code) {
    return BY_CODE.get(code);
  }
}
