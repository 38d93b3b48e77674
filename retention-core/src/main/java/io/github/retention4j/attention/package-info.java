/**
 * Whom should somebody talk to today? Scores customers by recency, frequency and money and names
 * their segments; knows how often each customer buys, and lists who is overdue by that; lists
 * anniversaries and lengths of stay.
 *
 * <p>Main types: {@link io.github.retention4j.attention.RfmCalculator} makes an {@link
 * io.github.retention4j.attention.RfmTable}, and {@link
 * io.github.retention4j.attention.SegmentMovement} compares two of them; {@link
 * io.github.retention4j.attention.CadenceCalculator} makes a {@link
 * io.github.retention4j.attention.Cadence}, of which an {@link
 * io.github.retention4j.attention.AttentionRule} takes a list; {@link
 * io.github.retention4j.attention.AnniversaryCalculator} finds anniversaries and {@link
 * io.github.retention4j.attention.TenureCalculator} how long customers have been there.
 *
 * <p>Worked number: who bought on days 0, 60, 121, 180, 255 and 313 buys every 60 days (the median
 * gap). On day 400 it has been silent for 87 days, 1.45 times as long, and is 27 days overdue.
 */
@NullMarked
package io.github.retention4j.attention;

import org.jspecify.annotations.NullMarked;
