package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.AgeBrackets;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.cohort.MemberPath;
import io.github.retention4j.estimation.Bootstrap;
import io.github.retention4j.estimation.BootstrapResult;
import io.github.retention4j.internal.numeric.Variates;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A retention curve with the customers behind it, from which curves can be drawn anew to see how
 * far a value or a payback scatters. Immutable.
 *
 * <p>The shares of a curve are correlated, since the same customers make all of them: who is still
 * there at age 5 mostly was at age 4. So whole customers are drawn, each with all that it did, with
 * replacement and cohort by cohort; the sizes of cohorts and the ages at which they were observed
 * stay as they are. Assumed is that customers act independently of each other and that those of a
 * cohort are alike in kind. Not covered is what strikes a whole cohort or a whole month at once,
 * such as a season: with few cohorts that may be more.
 *
 * <p>Drawing takes time in proportion to replicates times customers, some seconds for a thousand of
 * a million; of a cohort of more than a million, only to how many ways to behave there are. For
 * cohorts of fewer than some 50 customers intervals are a little too narrow, as percentile
 * intervals are.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
 */
public final class ObservedCurve {

  private final List<Members> cohorts;
  private final Granularity per;
  private final int ages;
  private final RetentionCurve curve;

  /** So many customers of a cohort are drawn one by one; of more, how many take each path. */
  private static final int MOST_ONE_BY_ONE = 1 << 20;

  /**
   * The members of a cohort.
   *
   * @param observedAges how many ages of it were observed
   * @param agesOfPath for each path the observed ages at which its customers were counted
   * @param counted for each path how many take it
   * @param pathOf for each member its path; empty where there are too many
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Members(int observedAges, int[][] agesOfPath, int[] counted, int[] pathOf) {

    static Members of(List<MemberPath> paths, int observedAges) {
      int[][] agesOfPath =
          paths.stream().map(path -> observed(path, observedAges)).toArray(int[][]::new);
      int[] counted = paths.stream().mapToInt(MemberPath::members).toArray();
      boolean oneByOne = IntStream.of(counted).asLongStream().sum() <= MOST_ONE_BY_ONE;
      int[] pathOf =
          IntStream.range(0, oneByOne ? counted.length : 0)
              .flatMap(path -> IntStream.generate(() -> path).limit(counted[path]))
              .toArray();
      return new Members(observedAges, agesOfPath, counted, pathOf);
    }

    long size() {
      return IntStream.of(counted).asLongStream().sum();
    }

    private static int[] observed(MemberPath path, int observedAges) {
      return path.columns().stream().mapToInt(age -> age).filter(a -> a < observedAges).toArray();
    }

    /** How often each path is drawn in as many draws as there are members. */
    int[] drawn(RandomGenerator random) {
      if (pathOf.length == 0) {
        return drawnByPath(random);
      }
      int[] times = new int[agesOfPath.length];
      for (int i = 0; i < pathOf.length; i++) {
        times[pathOf[random.nextInt(pathOf.length)]]++;
      }
      return times;
    }

    /** The same: each path takes its share of the draws that those before have left. */
    private int[] drawnByPath(RandomGenerator random) {
      int[] times = new int[counted.length];
      long members = size();
      long draws = members;
      for (int path = 0; path < counted.length && members > 0; path++) {
        double share = (double) counted[path] / members;
        times[path] = (int) Variates.binomial(draws, share, random);
        draws -= times[path];
        members -= counted[path];
      }
      return times;
    }

    void addTo(long[] active, int[] times) {
      for (int path = 0; path < times.length; path++) {
        for (int age : agesOfPath[path]) {
          active[age] += times[path];
        }
      }
    }
  }

  /** How often each path of a cohort counts. */
  private interface Weights {
    int[] of(Members cohort);
  }

  private ObservedCurve(List<Members> cohorts, Granularity per, int ages) {
    this.cohorts = List.copyOf(cohorts);
    this.per = per;
    this.ages = ages;
    this.curve = curve(Members::counted);
  }

  /**
   * Returns the pooled curve of a cohort table, with its members.
   *
   * @param table a table by age, at least one of whose cohorts was observed
   * @return the curve; its shares are those of {@link CohortTable#pooledCurve()}
   * @throws IllegalArgumentException if no cohort was observed, columns are brackets, customers
   *     have several starts, or not all were counted at age 0
   */
  public static ObservedCurve from(CohortTable table) {
    if (table.measure() instanceof AgeBrackets) {
      throw new IllegalArgumentException("measure (" + table.measure() + ") must be one by age");
    }
    List<List<MemberPath>> paths = table.memberPaths();
    List<Members> cohorts = new ArrayList<>();
    int ages = 0;
    for (int row = 0; row < paths.size(); row++) {
      int observed = table.curve(row).horizon();
      ages = Math.max(ages, observed);
      if (observed > 0) {
        cohorts.add(Members.of(paths.get(row), observed));
      }
    }
    if (ages == 0) {
      throw new IllegalArgumentException("cohorts (0) observed must be at least one");
    }
    return new ObservedCurve(cohorts, table.granularity(), ages);
  }

  /**
   * Returns the curve of one cohort under contract, of whom those who leave do not come back, so
   * that the counts say it all.
   *
   * @param survivors how many were still there at each age, from age 0; the first at least 1, never
   *     rising
   * @param per the period by which age is counted
   * @return the curve; its shares are survivors over those at age 0
   * @throws IllegalArgumentException if there is no count, the first is below 1, one is negative or
   *     above the one before
   */
  public static ObservedCurve ofSurvivors(List<Integer> survivors, Granularity per) {
    requireNonNull(per, "per");
    if (survivors.isEmpty() || survivors.get(0) < 1) {
      throw new IllegalArgumentException(
          "survivors (" + survivors + ") must begin with at least one customer");
    }
    List<MemberPath> paths = new ArrayList<>();
    for (int age = 0; age < survivors.size(); age++) {
      int next = age + 1 < survivors.size() ? survivors.get(age + 1) : 0;
      int last = survivors.get(age) - next;
      if (last < 0 || next < 0) {
        throw new IllegalArgumentException(
            "survivors[" + (age + 1) + "] (" + next + ") must be from 0 to " + survivors.get(age));
      }
      if (last > 0) {
        paths.add(new MemberPath(IntStream.rangeClosed(0, age).boxed().toList(), last));
      }
    }
    return new ObservedCurve(List.of(Members.of(paths, survivors.size())), per, survivors.size());
  }

  /**
   * Returns the curve as far as so many cohorts were observed.
   *
   * @param cohortsAtLeast how many, at least 1
   * @return the curve up to the last age that enough cohorts carry
   * @throws IllegalArgumentException if there are not so many, or the number is below 1
   */
  public ObservedCurve withFewestCohorts(int cohortsAtLeast) {
    if (cohortsAtLeast < 1 || cohortsAtLeast > cohorts.size()) {
      throw new IllegalArgumentException(
          "cohortsAtLeast (" + cohortsAtLeast + ") must be from 1 to " + cohorts.size());
    }
    int[] observed = cohorts.stream().mapToInt(Members::observedAges).sorted().toArray();
    return new ObservedCurve(
        cohorts, per, Math.min(ages, observed[observed.length - cohortsAtLeast]));
  }

  /**
   * Returns the curve.
   *
   * @return the share of customers at each age
   */
  public RetentionCurve curve() {
    return curve;
  }

  /**
   * Draws curves anew, each of customers drawn with replacement within their cohorts.
   *
   * @param bootstrap how many, from which seed, on how many threads
   * @return the curves, for {@link CurveLifetimeValue#interval} and {@link
   *     PaybackCalculator#interval}
   */
  public BootstrapResult<RetentionCurve> resample(Bootstrap bootstrap) {
    return bootstrap.resample(curve, random -> curve(cohort -> cohort.drawn(random)));
  }

  private RetentionCurve curve(Weights weights) {
    int longest = cohorts.stream().mapToInt(Members::observedAges).max().orElseThrow();
    long[] active = new long[longest];
    long[] all = new long[longest];
    for (Members cohort : cohorts) {
      cohort.addTo(active, weights.of(cohort));
      for (int age = 0; age < cohort.observedAges(); age++) {
        all[age] += cohort.size();
      }
    }
    return new RetentionCurve(
        IntStream.range(0, ages).mapToObj(age -> (double) active[age] / all[age]).toList(), per);
  }

  /**
   * Returns the customers and the ages.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return cohorts.stream().mapToLong(Members::size).sum()
        + " customers of "
        + cohorts.size()
        + (cohorts.size() == 1 ? " cohort" : " cohorts")
        + ", ages 0 to "
        + (ages - 1);
  }
}
