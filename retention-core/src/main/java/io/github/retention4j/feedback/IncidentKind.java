package io.github.retention4j.feedback;

/** What went wrong. */
public enum IncidentKind {
  /** A complaint. */
  COMPLAINT("Complaint rate"),
  /** A refund, whole or in part. */
  REFUND("Refund rate");

  private final String title;

  IncidentKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
