package io.github.retention4j.feedback;

/** Which of the answers of a customer stands for the customer. */
public enum CustomerScore {
  /** The last one, the lower where there are two on that day. */
  LATEST {
    @Override
    Answer choose(Answer old, Answer now) {
      return now.date().isAfter(old.date()) ? now : LOWEST.choose(old, now);
    }
  },
  /** The lowest one: one unhappy person may be enough to lose a client. */
  LOWEST {
    @Override
    Answer choose(Answer old, Answer now) {
      return now.score() < old.score() ? now : old;
    }
  };

  /** Chooses between two answers, the second not of an earlier day. */
  abstract Answer choose(Answer old, Answer now);
}
