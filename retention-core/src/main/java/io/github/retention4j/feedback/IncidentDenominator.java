package io.github.retention4j.feedback;

/** Of what a rate of complaints or refunds is one. */
public enum IncidentDenominator {
  /** Customers with at least one, of all customers: a share. */
  CUSTOMERS("customers with any, of customers", true),
  /** Orders with at least one, of all orders: a share. What shops mostly report. */
  ORDERS("orders with any, of orders", true),
  /** Complaints or refunds for each customer, all of them counted: may exceed 1. */
  PER_CUSTOMER("for each customer", false),
  /** Complaints or refunds for each order, all of them counted: may exceed 1. */
  PER_ORDER("for each order", false),
  /** Complaints or refunds for each customer and month of observation: may exceed 1. */
  PER_CUSTOMER_MONTH("for each customer-month", false);

  private final String words;
  private final boolean share;

  IncidentDenominator(String words, boolean share) {
    this.words = words;
    this.share = share;
  }

  String words() {
    return words;
  }

  boolean isShare() {
    return share;
  }
}
