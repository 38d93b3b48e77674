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
 * <p>Definitions: recency is the time since the last purchase, frequency how many there were,
 * monetary value what they brought; scores are their quantiles, the best getting the highest. A gap
 * is the time from one purchase to the next; who is silent for longer than its median gap is
 * overdue.
 *
 * <p>Worked number: who bought on days 0, 60, 121, 180, 255 and 313 buys every 60 days (the median
 * gap). On day 400 it has been silent for 87 days, 1.45 times as long, and is 27 days overdue.
 *
 * <p>Trap: one limit for all, such as "no order for 90 days". Who buys every week has then been
 * gone for months when somebody calls, and who buys once a year is called nine months too early.
 * Another: quantiles of few distinct values, where most customers bought once, do not cut where the
 * name says; how ties fall is an option here.
 *
 * <p>Source: Hughes (1994), Strategic Database Marketing, for RFM; <a
 * href="https://doi.org/10.1214/aos/1176342360">Ferguson (1973)</a> for pooling a customer's gaps
 * with those of all.
 */
@NullMarked
package io.github.retention4j.attention;

import org.jspecify.annotations.NullMarked;
