/**
 * What is a better rate worth? Turns a lift of retention into customers, revenue and value, sets
 * the cost of winning customers against that of keeping them, and measures what a programme did.
 *
 * <p>Main types: {@link io.github.retention4j.economics.RetentionWhatIf} compares before and after,
 * {@link io.github.retention4j.economics.AcquisitionCost} is what a customer costs and {@link
 * io.github.retention4j.economics.ProgrammeEffect} what a programme changed. {@link
 * io.github.retention4j.economics.RetentionClaim} checks "5 % more retention gives 25 to 95 % more
 * profit", {@link io.github.retention4j.economics.ValueElasticities} says what value depends on
 * most, {@link io.github.retention4j.economics.AcquireOrRetain} and {@link
 * io.github.retention4j.economics.BudgetSplit} spend a budget, {@link
 * io.github.retention4j.economics.AcquisitionPayback} waits for it to come back, and {@link
 * io.github.retention4j.economics.WordOfMouth} and {@link
 * io.github.retention4j.economics.Referrals} follow what customers tell.
 *
 * <p>Definitions: a lift by points adds to the rate, a lift by per cent multiplies it, and less
 * churn multiplies what is lost; which is meant is always named. CAC is spend / new customers of a
 * named basis. The formulas are in the table below.
 *
 * <p>Worked number: at a margin of 100 a year, a retention of 0.80 and a discount rate of 0.1 a
 * customer is worth 266.67; five points more make it 340.00, 27.5 % more; five per cent more of
 * 0.80, which is 0.84, make it 323.08, 21.2 % more; five per cent less churn, 0.81, make it 279.31,
 * 4.7 % more.
 *
 * <table>
 *   <caption>The formulas</caption>
 *   <tr><th>Question</th><th>Formula</th></tr>
 *   <tr><td>Customers to come</td><td>N(t + 1) = N(t) r + new</td></tr>
 *   <tr><td>Value of a customer</td><td>see
 *       {@link io.github.retention4j.clv.LifetimeValueFormula}</td></tr>
 *   <tr><td>Customer equity</td><td>N(0) V + sum of new (V of a new one - CAC) / (1 + d)^t</td></tr>
 *   <tr><td>Gain of a lift from r to r'</td><td>(r' - r) / (1 + d - r'), first margin certain; times
 *       (1 + d) / r, first margin after renewal</td></tr>
 *   <tr><td>Elasticity to retention</td><td>r / (1 + d - r), or (1 + d) / (1 + d - r)</td></tr>
 *   <tr><td>Programme may cost, per customer</td><td>lift x value of a customer kept</td></tr>
 *   <tr><td>Winning or keeping break even</td><td>cost ratio = value won / (lift x value
 *       kept)</td></tr>
 *   <tr><td>CAC</td><td>spend / new customers, of a named basis</td></tr>
 *   <tr><td>Payback</td><td>ln(1 - CAC (1 - r) / m) / ln(r); never where CAC (1 - r) / m is 1 or
 *       more</td></tr>
 *   <tr><td>Return of a programme</td><td>lift x value / cost - 1</td></tr>
 *   <tr><td>Heard ill, heard well</td><td>customers x unhappy share x told, customers x happy share x
 *       told</td></tr>
 *   <tr><td>Customers of one by referral</td><td>1 / (1 - k), k below 1</td></tr>
 * </table>
 *
 * <p>Trap: "5 % more retention" without saying of what. The three readings above give 27.5, 21.2
 * and 4.7 %. And a programme must be held against those who would have stayed anyway: of 100 called
 * 80 stay, of 100 not called 75; it kept 5, not 80.
 *
 * <p>Source: <a href="https://hbr.org/1990/09/zero-defections-quality-comes-to-services">Reichheld
 * and Sasser (1990), Zero defections</a>, for the claim; <a
 * href="https://doi.org/10.1509/jmkr.41.1.7.25084">Gupta, Lehmann and Stuart (2004), Valuing
 * customers</a>, for what value depends on.
 */
@NullMarked
package io.github.retention4j.economics;

import org.jspecify.annotations.NullMarked;
