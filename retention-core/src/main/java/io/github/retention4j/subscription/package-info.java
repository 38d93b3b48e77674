/**
 * What recurs of the subscriptions that customers hold? A {@link
 * io.github.retention4j.subscription.SubscriptionLedger} keeps what happened to each as dated
 * records: starts, plan changes, discounts, pauses, failed payments, renewals and ends. A {@link
 * io.github.retention4j.subscription.RecurringRevenueCalculator} says by named {@link
 * io.github.retention4j.subscription.RevenueRules} what of it recurs: at a date, as MRR and ARR or
 * with what is signed and what is leaving, or over an axis, as a {@link
 * io.github.retention4j.revenue.RevenueGrid} for all that {@code io.github.retention4j.revenue} can
 * tell of one. A {@link io.github.retention4j.subscription.RenewalCalculator} counts the contracts
 * up for renewal.
 *
 * <p>Definitions: MRR = what all subscriptions that are running would bring in a month if nothing
 * changed, each price brought to a month by a named rule; ARR = 12 MRR. Renewal rate = contracts
 * renewed / contracts up for renewal in the period.
 *
 * <p>Worked number: 4 seats at USD 500 a year are 2000 / 12 = USD 166.67 a month; with half off
 * until June 83.33 until then. One of 10 contracts of 100 that were due is not renewed: the renewal
 * rate is 90 %, though with 90 more that run on 99 % of the contracts are kept.
 *
 * <pre>{@code
 * Plan gold = Plan.of(Money.of("USD", 2000), BillingPeriod.yearly());
 * LedgerCollector collector = LedgerCollector.until(observationEnd);
 * collector.add(SubscriptionEvent.of("acme", "s1", LocalDate.of(2024, 1, 15), start(gold)));
 * SubscriptionLedger ledger = collector.toLedger();
 * RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults();
 * System.out.println(calculator.on(ledger, LocalDate.of(2024, 3, 31)).toText());
 * RevenueGrid grid = calculator.calculate(ledger, months);
 * }</pre>
 *
 * <p>Where well-known tools disagree, the choice has a name and the result carries it:
 *
 * <table>
 * <caption>Which tool uses which definition</caption>
 * <tr><th>Question</th><th>Choice</th><th>Who</th></tr>
 * <tr><td>Weeks</td><td>{@code WEEKS_52}: 52/12 a month</td><td>Fivetran for Stripe</td></tr>
 * <tr><td></td><td>{@code WEEKS_4_33}</td><td>Lago</td></tr>
 * <tr><td></td><td>{@code MONTHS_ONLY}: they count nothing</td><td>Kill Bill</td></tr>
 * <tr><td>Discounts</td><td>{@code ALL} go off</td><td>ProfitWell</td></tr>
 * <tr><td></td><td>{@code PERMANENT_ONLY}</td><td>Stripe</td></tr>
 * <tr><td>Churn counts</td><td>{@code AT_REQUEST}</td><td>Stripe</td></tr>
 * <tr><td></td><td>{@code AT_CANCELLATION}</td><td>ChartMogul</td></tr>
 * <tr><td></td><td>{@code AT_TERM_END}</td><td>ProfitWell</td></tr>
 * <tr><td>A pause</td><td>{@code ZERO}</td><td>ProfitWell</td></tr>
 * <tr><td></td><td>{@code UNCHANGED}</td><td>Chargebee</td></tr>
 * <tr><td>Trial and free customers</td><td>{@code NOT_COUNTED}</td><td>Stripe</td></tr>
 * <tr><td></td><td>{@code COUNTED}, with zero</td><td>ChartMogul, for payers who move to a free
 * plan</td></tr>
 * <tr><td>A failed payment</td><td>{@code PastDueRule.ACTIVE}</td><td>Stripe</td></tr>
 * <tr><td></td><td>{@code lostAfter(days)}</td><td>ChartMogul, as a setting</td></tr>
 * </table>
 *
 * <p>Trap: to book an invoice as the revenue of its month. USD 2000 paid in January for a year are
 * no MRR of 2000 in January and of 0 in February; nor is a customer lost who paid a year ahead.
 * Another is to divide those who left by all contracts and call it the renewal rate: most of them
 * were not asked.
 *
 * <p>Source: the help pages of the tools in the table; there is no standard.
 */
@NullMarked
package io.github.retention4j.subscription;

import org.jspecify.annotations.NullMarked;
