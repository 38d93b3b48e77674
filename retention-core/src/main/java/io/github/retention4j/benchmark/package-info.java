/**
 * Is that good for this industry? A {@link io.github.retention4j.benchmark.BenchmarkCatalog} holds
 * published figures, each with its source, year, definition and how sure it is; a {@link
 * io.github.retention4j.benchmark.BenchmarkComparator} sets a company's own figure beside one of
 * them and gives a {@link io.github.retention4j.benchmark.BenchmarkComparison}: above, below or not
 * distinguishable, with gap, interval and p-value. What cannot be compared honestly is refused:
 * another metric, another definition, another length of period.
 *
 * <p>Definitions: a comparison asks whether the interval of one's own rate holds the published
 * value, which is taken as it is, for few sources say how sure it was. The gap is one's own rate
 * less theirs, in points.
 *
 * <p>Worked number: 31 of 44 customers kept in a year is below the 83 % of insurance (gap -12.5
 * points, 95 % Wilson interval 55.8 % to 81.8 %, p = 0.027) and not distinguishable from the 81 %
 * of IT services.
 *
 * <pre>{@code
 * OwnMetric own =
 *     OwnMetric.counted(
 *         BenchmarkMetric.CUSTOMER_RETENTION,
 *         new Proportion(31, 44),
 *         Granularity.YEAR,
 *         BenchmarkDefinition.OF_CUSTOMERS_AT_START);
 * Benchmark insurance =
 *     BenchmarkCatalog.bundled().require(BenchmarkMetric.CUSTOMER_RETENTION, "insurance");
 * BenchmarkComparison comparison =
 *     BenchmarkComparator.withDefaults()
 *         .with(DefinitionPolicy.ACCEPT_UNSTATED)
 *         .compare(own, insurance);
 * comparison.verdict(); // BELOW
 * comparison.caveats(); // the source states neither definition nor period
 * }</pre>
 *
 * <p>Trap: to hold a monthly figure against a yearly one. 97 % a month sounds better than 83 % a
 * year and is 69.4 % a year; and much of what is quoted as an "industry average" says neither its
 * period nor whom it counted.
 *
 * <p>Source: each figure carries its own, with year and wording.
 */
@NullMarked
package io.github.retention4j.benchmark;

import org.jspecify.annotations.NullMarked;
