package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.stats.MultipleTesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tests that the customers of all groups are lost at the same rates.
 *
 * <p>At each time of a loss the losses of a group are compared with those it would have if the
 * losses of all groups fell on those at risk by chance:
 *
 * <pre>{@code
 * U_g = sum over t of w(t) (d_g - d n_g / n)
 * V_gh = sum over t of w(t)^2 d (n - d) / (n - 1) n_g / n ([g = h] - n_h / n)
 * chi-square = U' V^- U
 * }</pre>
 *
 * <p>with as many degrees of freedom as V has rank, commonly one less than groups. Where the sample
 * has strata, both are summed over them, and customers are compared within a stratum only. Rows are
 * at risk from their entry on. A row of weight 3 is as three rows; weights that are no counts make
 * a test without meaning.
 *
 * <p>Default: {@link LogRankWeight.Named#LOG_RANK}, one thread.
 *
 * <p>Worked number: group A loses one after 1 and keeps one to 3, group B loses one each after 2
 * and 3. Of A, 1/2 + 1/3 + 1/2 = 4/3 losses are expected, and 1 is seen; the variance is 1/4 + 2/9
 * = 17/36, as at 3 both are at risk and one is lost: 1/4 more, 13/18. The chi-square is (1/3)^2 /
 * (13/18) = 2/13.
 *
 * @see <a href="https://doi.org/10.2307/2344317">Peto and Peto (1972)</a>
 */
public final class LogRankTest {

  private final LogRankWeight weight;
  private final int threads;

  private LogRankTest(LogRankWeight weight, int threads) {
    this.weight = requireNonNull(weight, "weight");
    this.threads = threads;
  }

  /**
   * Returns the test with the defaults listed above.
   *
   * @return the test
   */
  public static LogRankTest withDefaults() {
    return new LogRankTest(LogRankWeight.Named.LOG_RANK, 1);
  }

  /**
   * Chooses how much losses count over time.
   *
   * @param newWeight the weight
   * @return a test with it
   */
  public LogRankTest with(LogRankWeight newWeight) {
    return new LogRankTest(newWeight, threads);
  }

  /**
   * Chooses how many threads count and sort; the result is the same for any number.
   *
   * @param count from 1 to 1,024
   * @return a test with it
   * @throws IllegalArgumentException if it is not
   */
  public LogRankTest withThreads(int count) {
    Workers.checked(count);
    return new LogRankTest(weight, count);
  }

  /**
   * Tests the groups of a sample against each other.
   *
   * @param sample lifetimes in two groups or more, with or without strata
   * @return the test
   * @throws IllegalArgumentException if there are not two groups, or no customer was lost while
   *     another of another group was at risk
   */
  public LogRankResult test(LifetimeSample sample) {
    List<String> names = requireGroups(sample);
    return result(names, tables(sample), IntStream.range(0, names.size()).toArray())
        .orElseThrow(() -> incomparable(sample));
  }

  private static IllegalArgumentException incomparable(LifetimeSample sample) {
    return new IllegalArgumentException(
        "sample ("
            + sample
            + ") must have a loss while customers of two groups are at risk; there is none");
  }

  /**
   * Tests whether losses rise or fall with a score of the groups, such as their rank.
   *
   * <pre>{@code z = sum of s_g U_g / sqrt(sum of s_g s_h V_gh)}</pre>
   *
   * @param sample lifetimes in two groups or more, with or without strata
   * @param scores for each group, in the order of {@link LifetimeSample#groups()}, its score
   * @return the test; its statistic is z, over 0 where groups of high scores lose more
   * @throws IllegalArgumentException if there are not two groups, one finite score for each, and
   *     two different ones among groups that can be compared
   */
  public LogRankTrend trend(LifetimeSample sample, List<Double> scores) {
    List<String> names = requireGroups(sample);
    if (scores.size() != names.size()) {
      throw new IllegalArgumentException(
          "scores (" + scores.size() + ") must be as many as groups (" + names.size() + ")");
    }
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("score (" + score + ") must be finite");
      }
    }
    LogRankResult result = test(sample);
    double sum = 0;
    double variance = 0;
    // Differences to the first score, as U sums to nothing and V with it.
    for (int g = 0; g < names.size(); g++) {
      double score = scores.get(g) - scores.get(0);
      sum += score * result.excess(names.get(g));
      for (int h = 0; h < names.size(); h++) {
        variance +=
            score * (scores.get(h) - scores.get(0)) * result.covariance(names.get(g), names.get(h));
      }
    }
    if (!(variance > 0)) {
      throw new IllegalArgumentException(
          "scores (" + scores + ") must differ between groups that can be compared");
    }
    return LogRankTrend.of(weight, names, scores, sum, variance);
  }

  /**
   * Tests each two groups against each other, as if there were no others.
   *
   * @param sample lifetimes in two groups or more, with or without strata
   * @param adjustment how p-values allow for the number of pairs
   * @return the pairs in the order of the groups; pairs without a loss while both were at risk are
   *     left out
   * @throws IllegalArgumentException if there are not two groups
   */
  public List<LogRankPair> pairwise(LifetimeSample sample, MultipleTesting adjustment) {
    List<String> names = requireGroups(sample);
    List<List<RiskTable>> tables = tables(sample);
    List<LogRankResult> results = new ArrayList<>();
    for (int first = 0; first < names.size(); first++) {
      for (int second = first + 1; second < names.size(); second++) {
        result(names, tables, first, second).ifPresent(results::add);
      }
    }
    List<Double> adjusted =
        adjustment.adjust(results.stream().map(it -> it.test().pValue()).toList());
    return IntStream.range(0, results.size())
        .mapToObj(pair -> new LogRankPair(results.get(pair), adjusted.get(pair), adjustment))
        .toList();
  }

  private static List<String> requireGroups(LifetimeSample sample) {
    GroupRows.requireGroups(sample);
    if (sample.groups().size() < 2) {
      throw new IllegalArgumentException("groups (" + sample.groups() + ") must be two or more");
    }
    return sample.groups();
  }

  /** Returns for each stratum the table of each group. */
  private List<List<RiskTable>> tables(LifetimeSample sample) {
    int groups = sample.groups().size();
    int strata = Math.max(1, sample.strata().size());
    int[][] rows =
        GroupRows.split(
            sample.rows(),
            Math.multiplyExact(groups, strata),
            row -> sample.stratumOf(row) * groups + sample.groupOf(row));
    List<List<RiskTable>> tables = new ArrayList<>();
    try (Workers workers = new Workers(threads)) {
      for (int stratum = 0; stratum < strata; stratum++) {
        List<RiskTable> ofStratum = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
          int[] some = rows[stratum * groups + group];
          ofStratum.add(
              some.length == 0
                  ? RiskTable.empty()
                  : RiskTable.of(LifetimeRows.of(sample, some), workers));
        }
        tables.add(ofStratum);
      }
    }
    return tables;
  }

  private Optional<LogRankResult> result(
      List<String> names, List<List<RiskTable>> tables, int... groups) {
    LogRankSums sums = new LogRankSums(weight, groups.length);
    for (List<RiskTable> stratum : tables) {
      sums.add(IntStream.of(groups).mapToObj(stratum::get).toList());
    }
    List<Long> rows =
        IntStream.of(groups)
            .mapToObj(group -> tables.stream().mapToLong(it -> it.get(group).rows()).sum())
            .toList();
    return LogRankResult.of(weight, IntStream.of(groups).mapToObj(names::get).toList(), rows, sums);
  }
}
