/**
 * How sure? Shares and rates that carry their counts, and what those counts can bear: confidence
 * intervals, tests, and corrections for asking many questions at once.
 *
 * <p>Main types: {@link io.github.retention4j.stats.Proportion} is a share with its evidence,
 * {@link io.github.retention4j.stats.ProportionDifference} compares two of them, {@link
 * io.github.retention4j.stats.EventRate} is a number of events per unit of exposure. Each gives a
 * {@link io.github.retention4j.stats.ConfidenceInterval} and a {@link
 * io.github.retention4j.stats.TestResult}. {@link io.github.retention4j.stats.RiskRatio} and {@link
 * io.github.retention4j.stats.OddsRatio} say how many times as often, {@link
 * io.github.retention4j.stats.ContingencyTable} tests two attributes, {@link
 * io.github.retention4j.stats.CochranMantelHaenszel} compares within strata and {@link
 * io.github.retention4j.stats.PairedProportions} the same customers twice. {@link
 * io.github.retention4j.stats.ProportionPower} says beforehand how many customers a comparison
 * needs, {@link io.github.retention4j.stats.MeanContrast} compares means and {@link
 * io.github.retention4j.stats.NormalRatio} divides one estimate by another. {@link
 * io.github.retention4j.stats.MannKendallTest} tells whether values rise or fall with time, and
 * {@link io.github.retention4j.stats.TheilSenSlope} by how much.
 *
 * <p>Definitions: a confidence interval of 95 % holds the true share in 95 of 100 such samples; it
 * does not say where the next sample will lie. A p-value is the chance of data at least as far from
 * the hypothesis, if that is true; it is not the chance that it is true.
 *
 * <p>Worked number: 31 of 44 customers stayed, {@code new Proportion(31, 44)}. The share is 0.7045
 * and {@code interval()} is {@code [0.5578, 0.8184] 95 % Wilson}: the true share may well be
 * anything from 56 % to 82 %.
 *
 * <p>Trap: the textbook interval p +- 1.96 sqrt(p (1 - p) / n). Of 20 customers nobody left: it is
 * [0, 0], as if churn were known to be nothing, and Wilson's is [0, 0.1611]. Another is to look
 * whether two intervals overlap instead of asking for that of the difference, {@link
 * io.github.retention4j.stats.ProportionDifference}, and a third to ask many questions and report
 * the one that was answered, see {@link io.github.retention4j.stats.MultipleTesting}.
 *
 * <p>Source: <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>; <a
 * href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001)</a> on why not the
 * textbook one; Newcombe (1998) for differences. Each class names its own.
 */
@NullMarked
package io.github.retention4j.stats;

import org.jspecify.annotations.NullMarked;
