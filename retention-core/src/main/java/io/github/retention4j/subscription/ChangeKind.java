package io.github.retention4j.subscription;

import io.github.retention4j.subscription.SubscriptionChange.Status;

/** The kinds of changes, with the words of messages. */
enum ChangeKind {
  START("start"),
  PLAN_CHANGE("plan change"),
  DISCOUNT_START("start of a discount"),
  DISCOUNT_END("end of a discount"),
  RENEWAL("renewal"),
  CANCEL_REQUEST("cancel request"),
  CANCELLATION("cancellation"),
  PAUSE("pause"),
  RESUMPTION("resumption"),
  CANCEL_WITHDRAWAL("withdrawal of a cancel request"),
  PAST_DUE("past due"),
  RECOVERY("recovery");

  private final String words;

  ChangeKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Tells whether a record of this kind may name a plan. */
  boolean hasPlan() {
    return this == START || this == PLAN_CHANGE || this == RENEWAL;
  }

  static ChangeKind of(Status status) {
    return switch (status) {
      case PAUSE -> PAUSE;
      case RESUMPTION -> RESUMPTION;
      case CANCEL_WITHDRAWAL -> CANCEL_WITHDRAWAL;
      case PAST_DUE -> PAST_DUE;
      case RECOVERY -> RECOVERY;
    };
  }

  /** Returns the status of a kind that has no more to say. */
  Status status() {
    return Status.valueOf(name());
  }
}
