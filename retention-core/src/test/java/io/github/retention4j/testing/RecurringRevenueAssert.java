package io.github.retention4j.testing;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.subscription.CustomerRevenue;
import io.github.retention4j.subscription.RecurringRevenue;
import java.time.LocalDate;

/** Assertions about monthly recurring revenue (MRR) at the close of a day. */
public final class RecurringRevenueAssert
    extends MetricAssert<RecurringRevenueAssert, RecurringRevenue> {

  RecurringRevenueAssert(RecurringRevenue actual) {
    super(actual, RecurringRevenueAssert.class, "recurring revenue");
  }

  @Override
  String shown() {
    return actual.toText();
  }

  /** Passes if it is that of the close of that day. */
  public RecurringRevenueAssert isOn(LocalDate date) {
    return expect(() -> actual.date().equals(date), "to be on " + date);
  }

  /** Passes if MRR is that. */
  public RecurringRevenueAssert hasMonthly(Money amount) {
    return expect(() -> actual.monthly().equals(amount), "to be MRR " + amount);
  }

  /** Passes if ARR, twelve times MRR, is that. */
  public RecurringRevenueAssert hasAnnual(Money amount) {
    return expect(() -> actual.annual().equals(amount), "to be ARR " + amount);
  }

  /** Passes if that many customers bring it. */
  public RecurringRevenueAssert hasCustomers(int customers) {
    return expect(
        () -> actual.customers().size() == customers, "to come from " + customers + " customers");
  }

  /** Passes if a customer brings that a month; zero for one that is not there. */
  public RecurringRevenueAssert hasCustomer(CustomerId customer, Money monthly) {
    isNotNull();
    Money found =
        actual.customers().stream()
            .filter(it -> it.customer().equals(customer))
            .map(CustomerRevenue::monthly)
            .findFirst()
            .orElse(Money.zero(actual.monthly().currency()));
    if (!found.equals(monthly)) {
      throw refused(
          "of " + customer + " on " + actual.date() + " to be " + monthly, found.toString());
    }
    return this;
  }
}
