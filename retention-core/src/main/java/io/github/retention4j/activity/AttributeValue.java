package io.github.retention4j.activity;

/**
 * Which event of a customer says to which group the customer belongs. Where the group may change
 * from event to event, and events are to be counted by their own, split the log instead: {@link
 * EventLog#split(String)}.
 *
 * <p>Example: a customer visits with Firefox, then twice with Safari. At the start it is Firefox,
 * the latest is Safari; split, it has one event with Firefox and two with Safari.
 */
public enum AttributeValue {
  /** The first event in the log; of several at one time, the one that arrived first. */
  AT_START,
  /** The last event in the log; of several at one time, the one that arrived last. */
  LATEST
}
