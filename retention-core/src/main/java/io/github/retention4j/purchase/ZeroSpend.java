package io.github.retention4j.purchase;

/** What is done with a customer whose purchases cost nothing on average. */
public enum ZeroSpend {
  /** An error that names the customer: models of spend know amounts over 0 only. */
  REFUSE,
  /** The customer keeps its purchases and has no mean spend. */
  LEAVE_OUT
}
