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
 * <p>Worked number: of 50 customers by the month 25 left, of 50 by the year 5. The risk ratio is 5,
 * the risk difference 0.4, and 20 losses more than at the rate of those by the year.
 */
@NullMarked
package io.github.retention4j.segment;

import org.jspecify.annotations.NullMarked;
