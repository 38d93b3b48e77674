package io.github.retention4j.benchmark;

/** How sure a benchmark is, as a reader of its source judges. */
public enum Certainty {
  /** The publisher's own page was seen; value and definition are as stated there. */
  HIGH,
  /** Second-hand, read off a chart, or of an estimated year; nothing speaks against it. */
  MEDIUM,
  /** Put together by the publisher from sources of others, or seen in part only. */
  LOW,
  /** The number is surely as quoted, but who quotes it leaves open what exactly it means. */
  AS_QUOTED
}
