package io.github.retention4j.revenue;

/** Whether revenue that grew or shrank by foreign exchange alone counts as retained. */
public enum ExchangeTreatment {
  /** Left out: what a customer pays now is taken without the foreign exchange since then. */
  LEFT_OUT("foreign exchange left out"),
  /** Counted: what a customer pays now is taken at the rates of now. */
  INCLUDED("foreign exchange included");

  private final String words;

  ExchangeTreatment(String words) {
    this.words = words;
  }

  /**
   * Returns the choice in words.
   *
   * @return for example {@code foreign exchange left out}
   */
  public String words() {
    return words;
  }
}
