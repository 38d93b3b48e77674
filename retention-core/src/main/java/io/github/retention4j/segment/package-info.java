/**
 * What do the customers who left share? Audits them by one attribute at a time and by all of them
 * at once, and tells a change of customers from a change of their loyalty. Whom to talk to today is
 * a question for {@code attention}.
 *
 * <p>Main types: {@link io.github.retention4j.segment.ChurnSample} holds customers, their
 * attributes and whether they left; {@link io.github.retention4j.segment.ChurnDriversCalculator}
 * audits it, {@link io.github.retention4j.segment.LogisticFitter} holds all else equal and {@link
 * io.github.retention4j.segment.MixShiftCalculator} compares two periods.
 *
 * <p>Whatever is found here is association, not cause: a monthly contract may make customers leave,
 * or those who mean to leave may choose it.
 *
 * <p>Definitions: the risk ratio is churn of one value / churn of the reference, the risk
 * difference one less the other; losses more than at the reference's rate = customers (churn -
 * reference's churn). A mix shift splits a change of churn into what came of other customers and
 * what of other rates.
 *
 * <p>Worked number: of 50 customers by the month 25 left, of 50 by the year 5. The risk ratio is 5,
 * the risk difference 0.4, and 20 losses more than at the rate of those by the year.
 *
 * <p>Trap: to compare totals where the mix differs. Churn may rise in the whole and fall in every
 * segment, because the segment that leaves most has grown. {@link
 * io.github.retention4j.segment.MixShiftCalculator} takes the two apart. And of 40 attributes two
 * will show p below 0.05 by chance alone, which is why p-values are adjusted here.
 *
 * <p>Source: <a href="https://doi.org/10.1080/01621459.1955.10501299">Kitagawa (1955)</a> on mix
 * and rates; <a href="https://doi.org/10.1093/jnci/22.4.719">Mantel and Haenszel (1959)</a> on
 * comparing within strata; <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a> on many
 * questions.
 */
@NullMarked
package io.github.retention4j.segment;

import org.jspecify.annotations.NullMarked;
