package io.github.retention4j.lifecycle;

/** What one purchase is where a customer has several events on one day. */
public enum PurchaseCounting {
  /** Each event is a purchase; two on one day are two, with no day between them. */
  EACH_EVENT,
  /** All events of a day are one purchase, as models of repeat buying count. */
  ONE_A_DAY
}
