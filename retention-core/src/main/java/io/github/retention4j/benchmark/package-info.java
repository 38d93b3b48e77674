/**
 * Is that good for this industry? A {@link io.github.retention4j.benchmark.BenchmarkCatalog} holds
 * published figures, each with its source, year, definition and how sure it is; a {@link
 * io.github.retention4j.benchmark.BenchmarkComparator} sets a company's own figure beside one of
 * them and gives a {@link io.github.retention4j.benchmark.BenchmarkComparison}: above, below or not
 * distinguishable, with gap, interval and p-value. What cannot be compared honestly is refused:
 * another metric, another definition, another length of period.
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
 */
@NullMarked
package io.github.retention4j.benchmark;

import org.jspecify.annotations.NullMarked;
