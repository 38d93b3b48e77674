/**
 * What happened to recurring revenue? A {@link io.github.retention4j.revenue.RevenueGrid} has for
 * each customer the revenue at the close of each period, in steps. It comes from a simple table by
 * {@link io.github.retention4j.revenue.RevenueCollector}, from steps that are known already by
 * {@link io.github.retention4j.revenue.RevenueGridBuilder}, or from what happened to each
 * subscription by {@code io.github.retention4j.subscription}. A {@link
 * io.github.retention4j.revenue.RevenueBridge} tells what moved it from period to period, in money
 * and in heads, to the last decimal. {@link
 * io.github.retention4j.revenue.RevenueRetentionCalculator} tells gross and net retention over any
 * number of periods, {@link io.github.retention4j.revenue.RevenueCohortTable} what each start month
 * still pays; {@link io.github.retention4j.revenue.RevenueChurn}, {@link
 * io.github.retention4j.revenue.LogoChurn}, {@link io.github.retention4j.revenue.QuickRatio},
 * {@link io.github.retention4j.revenue.AverageRevenue} and {@link
 * io.github.retention4j.revenue.RevenueGrowth} are what else people ask of a bridge.
 *
 * <p>Definitions: opening + new + reactivation + expansion - contraction - churn + foreign exchange
 * = closing. Net retention = what the customers of the opening pay at the close / the opening;
 * gross retention is the same with nobody counted for more than it paid. Revenue churn = what was
 * lost / a named divisor; net of expansion it may be negative.
 *
 * <p>Worked number: with USD 1000 at the opening, 100 churn, 50 contraction, 80 expansion and 70
 * from customers who came back, USD 1000 stand at the close. Net churn that counts reactivation is
 * 0 %, and yet the customers of the opening kept 930 of 1000: net revenue retention 93 %, gross 85
 * %.
 *
 * <pre>{@code
 * RevenueCollector collector =
 *     RevenueCollector.on(months, observationEnd, Currency.getInstance("USD"));
 * collector.add(CustomerId.of("acme"), LocalDate.of(2024, 1, 31), Money.of("USD", "49.90"));
 * RevenueGrid grid = collector.toGrid();
 * RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(grid);
 * System.out.println(bridge.toText());
 * List<RevenueRetention> trailingYears =
 *     RevenueRetentionCalculator.withDefaults().over(12).calculate(grid);
 * }</pre>
 *
 * <p>Where well-known tools disagree, the choice has a name and the result carries it:
 *
 * <table>
 * <caption>Which tool uses which definition</caption>
 * <tr><th>Question</th><th>Choice</th><th>Who</th></tr>
 * <tr><td>Who returns is reactivated</td><td>{@code ReactivationWindow.anyGap()}</td><td>ProfitWell,
 * Stripe, ChartMogul</td></tr>
 * <tr><td></td><td>{@code within(90)}</td><td>Maxio</td></tr>
 * <tr><td></td><td>{@code never()}: a return is new</td><td>scripts that compare with the month
 * before only</td></tr>
 * <tr><td>Came and went in a month</td><td>{@code NET_OF_PERIOD}: not seen</td><td>ProfitWell</td></tr>
 * <tr><td></td><td>{@code EVERY_MOVEMENT}: new and lost</td><td>Stripe, Baremetrics</td></tr>
 * <tr><td>Foreign exchange</td><td>a movement of its own</td><td>ChartMogul, Stripe</td></tr>
 * <tr><td>Customers lost</td><td>{@code AT_OPENING}</td><td>Recurly, Baremetrics, ChartMogul</td></tr>
 * <tr><td></td><td>{@code OPENING_PLUS_NEW}</td><td>Stripe</td></tr>
 * <tr><td></td><td>{@code SUM_OF_DAILY_RATES}</td><td>ChartMogul's second formula, after
 * Shopify</td></tr>
 * <tr><td>Net revenue churn</td><td>{@code NET}: less expansion</td><td>Baremetrics</td></tr>
 * <tr><td></td><td>{@code NET_OF_REACTIVATION}: less what came back too</td><td>ChartMogul</td></tr>
 * <tr><td>Net retention</td><td>{@code NET_SAME_CUSTOMERS}</td><td>SaaS Capital, most public
 * companies</td></tr>
 * <tr><td></td><td>{@code NET_BY_MOVEMENTS}</td><td>most calculators on the web</td></tr>
 * <tr><td>Gross retention</td><td>{@code GROSS_OF_TOTALS}</td><td>Chargebee</td></tr>
 * <tr><td></td><td>{@code GROSS_BY_MOVEMENTS}</td><td>most calculators on the web</td></tr>
 * <tr><td>Quick ratio</td><td>{@code WITHOUT_REACTIVATION}</td><td>Baremetrics</td></tr>
 * </table>
 *
 * <p>{@link io.github.retention4j.revenue.ChurnConvention} has the churn of the tools ready made.
 *
 * <p>Trap: to take net revenue retention for 100 % less net churn. It is so only where nobody came
 * back: customers that did were not among those of the opening. Another is to count new customers
 * in it, who were not there either.
 *
 * <p>Source: the help pages of the tools in the table; there is no standard.
 */
@NullMarked
package io.github.retention4j.revenue;

import org.jspecify.annotations.NullMarked;
