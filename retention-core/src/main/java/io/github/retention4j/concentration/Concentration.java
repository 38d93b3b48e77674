package io.github.retention4j.concentration;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much of a total over zero hangs on how few customers. Made by {@link
 * ConcentrationCalculator}. Immutable.
 *
 * <p>Largest customers are those with the largest amounts. Shares of the total are exact sums
 * divided once.
 */
public final class Concentration {

  private static final double[] SHOWN_SHARES = {0.01, 0.05, 0.1, 0.2, 0.5};
  private static final double SHOWN_CORE = 0.8;
  private static final int MOST_STEPS = 1_000_000;

  private final CustomerAmounts amounts;
  private final long[] ascending;
  private final long[] ofLargest;
  private final NegativeAmounts negative;
  private final FractionalCustomers fractional;
  private final Optional<GiniIndex> gini;

  Concentration(
      CustomerAmounts amounts,
      long[] ascending,
      NegativeAmounts negative,
      FractionalCustomers fractional,
      Optional<GiniIndex> gini) {
    this.amounts = amounts;
    this.ascending = ascending;
    this.negative = negative;
    this.fractional = fractional;
    this.gini = gini;
    ofLargest = new long[ascending.length + 1];
    for (int k = 1; k < ofLargest.length; k++) {
      ofLargest[k] = ofLargest[k - 1] + ascending[ascending.length - k];
    }
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int customers() {
    return ascending.length;
  }

  /**
   * Returns the sum of what was counted.
   *
   * @return over zero; without negative amounts where they count as zero
   */
  public Money total() {
    return amounts.money(units());
  }

  private long units() {
    return ofLargest[customers()];
  }

  /**
   * Returns what negative amounts counted as.
   *
   * @return the choice
   */
  public NegativeAmounts negativeAmounts() {
    return negative;
  }

  /**
   * Returns what a share of customers is that is no whole number of them.
   *
   * @return the choice
   */
  public FractionalCustomers fractionalCustomers() {
    return fractional;
  }

  /**
   * Returns how many customers have a negative amount.
   *
   * @return those under zero, of all, whatever they counted as
   */
  public Proportion negativeCustomers() {
    return new Proportion(negativeRows().count(), customers());
  }

  /**
   * Returns the sum of the negative amounts.
   *
   * @return zero or less, whatever they counted as
   */
  public Money negativeTotal() {
    return amounts.money(negativeRows().mapToLong(amounts::unitsAt).sum());
  }

  private IntStream negativeRows() {
    return IntStream.range(0, customers()).filter(row -> amounts.unitsAt(row) < 0);
  }

  /**
   * Returns the share of the total that a number of the largest customers makes.
   *
   * @param largest how many, 0 to {@link #customers()}
   * @return from 0 to 1; may exceed 1 where negative amounts were kept
   * @throws IllegalArgumentException if there are not so many
   */
  public double shareOfLargest(int largest) {
    if (largest < 0 || largest > customers()) {
      throw new IllegalArgumentException(
          "largest (" + largest + ") must be from 0 to the number of customers, " + customers());
    }
    return (double) ofLargest[largest] / units();
  }

  /**
   * Returns the share of the total that a share of the customers, the largest, makes.
   *
   * <p>Where it is no whole number of customers, {@link #fractionalCustomers()} says what is taken.
   *
   * @param shareOfCustomers from 0 to 1, taken as the decimal number that it prints as
   * @return from 0 to 1; may exceed 1 where negative amounts were kept
   * @throws IllegalArgumentException if not from 0 to 1
   */
  public double shareOfTop(double shareOfCustomers) {
    return shareOf(fractional.customers(numberOf(shareOfCustomers)));
  }

  /** A product of decimals, so that 0.07 of 100 are 7. */
  private BigDecimal numberOf(double shareOfCustomers) {
    if (!(shareOfCustomers >= 0 && shareOfCustomers <= 1)) {
      throw new IllegalArgumentException(
          "shareOfCustomers (" + shareOfCustomers + ") must be from 0 to 1");
    }
    return BigDecimal.valueOf(shareOfCustomers).multiply(BigDecimal.valueOf(customers()));
  }

  private double shareOf(BigDecimal largest) {
    int whole = largest.setScale(0, RoundingMode.FLOOR).intValueExact();
    double part = largest.subtract(BigDecimal.valueOf(whole)).doubleValue();
    double next = whole == customers() ? 0 : ascending[customers() - 1 - whole];
    return (ofLargest[whole] + part * next) / units();
  }

  /**
   * Returns the point where the 80/20 rule holds, with whatever numbers: the largest customers, a
   * share p of all, make 1 - p of the total. Interpolated between customers.
   *
   * @return the point
   */
  public ParetoPoint paretoPoint() {
    int low = 0;
    int high = customers();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (sumOfShares(middle) < 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double part = (1 - sumOfShares(low)) / (sumOfShares(high) - sumOfShares(low));
    return new ParetoPoint(Math.min(0.5, (low + part) / customers()));
  }

  /** It rises from 0 past 1 once, as amounts only fall from the largest on. */
  private double sumOfShares(int largest) {
    return shareOfLargest(largest) + (double) largest / customers();
  }

  /**
   * Returns the Lorenz curve at a share of customers: what those with the smallest amounts have
   * together. Interpolated between customers; convex, from 0 at 0 to 1 at 1, on or under the
   * diagonal.
   *
   * @param shareOfCustomers from 0 to 1
   * @return at most 1; under 0 where negative amounts were kept
   * @throws IllegalArgumentException if not from 0 to 1
   */
  public double lorenz(double shareOfCustomers) {
    return 1 - shareOf(BigDecimal.valueOf(customers()).subtract(numberOf(shareOfCustomers)));
  }

  /**
   * Returns the Lorenz curve at equal steps, for a picture.
   *
   * @param steps how many, 1 to 1000000; as many as customers for every corner of the curve
   * @return {@code steps + 1} points, from (0, 0) to (1, 1)
   * @throws IllegalArgumentException if not in that range
   */
  public List<LorenzPoint> lorenzCurve(int steps) {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "steps (" + steps + ") must be from 1 to " + MOST_STEPS + ": points for a picture");
    }
    List<LorenzPoint> curve = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      BigDecimal largest =
          BigDecimal.valueOf((long) customers() * (steps - step))
              .divide(BigDecimal.valueOf(steps), MathContext.DECIMAL64);
      curve.add(new LorenzPoint((double) step / steps, 1 - shareOf(largest)));
    }
    return List.copyOf(curve);
  }

  /**
   * Returns the Gini index, which is in [0, 1] and does not change with the unit of the amounts.
   *
   * @return the index by the definition chosen; empty where negative amounts were kept and there
   *     are some, for it would not stay in [0, 1], and for a single customer by {@link
   *     GiniDefinition#UNBIASED}
   */
  public Optional<GiniIndex> gini() {
    return gini;
  }

  /**
   * Tells why there is no Gini index.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoGini() {
    if (gini.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        customers() == 1
            ? "one customer has no unbiased index"
            : "negative amounts were kept, with which it would not stay from 0 to 1");
  }

  /**
   * Returns the smallest set of customers that makes a share of the total.
   *
   * @param share over 0 and at most 1, taken as the decimal number that it prints as
   * @return the largest customers, as few as possible; at least one
   * @throws IllegalArgumentException if not over 0 and at most 1
   */
  public CoreCustomers core(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be over 0 and at most 1");
    }
    int count = customersMaking(share);
    return new CoreCustomers(
        share, largest(count), amounts.money(ofLargest[count]), new Proportion(count, customers()));
  }

  private int customersMaking(double share) {
    long needed =
        BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(units()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    int count = 1;
    while (ofLargest[count] < needed) {
      count++;
    }
    return count;
  }

  private List<CustomerAmount> largest(int count) {
    long smallest = ascending[customers() - count];
    long over = 0;
    for (int k = 0; k < count && ascending[customers() - 1 - k] > smallest; k++) {
      over++;
    }
    List<Integer> rows = new ArrayList<>();
    long tiesLeft = count - over;
    for (int row = 0; row < customers(); row++) {
      long units = counted(row);
      if (units > smallest || (units == smallest && tiesLeft-- > 0)) {
        rows.add(row);
      }
    }
    return rows.stream()
        .sorted(Comparator.comparingLong(row -> -amounts.unitsAt(row)))
        .map(row -> new CustomerAmount(amounts.customer(row), amounts.amountAt(row)))
        .toList();
  }

  private long counted(int row) {
    long units = amounts.unitsAt(row);
    return negative == NegativeAmounts.AS_ZERO ? Math.max(0, units) : units;
  }

  /**
   * Returns top shares, the 80/20 point, the core and the Gini index, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("Concentration of ").append(total()).append(" among ");
    text.append(customers()).append(customers() == 1 ? " customer\n" : " customers\n");
    for (double share : SHOWN_SHARES) {
      text.append(
          String.format(
              Locale.ROOT,
              "  largest %2.0f %%  make %s\n",
              100 * share,
              Texts.percent(shareOfTop(share))));
    }
    int core = customersMaking(SHOWN_CORE);
    text.append("  80 % is made by ").append(new Proportion(core, customers())).append('\n');
    text.append("  Pareto point ").append(paretoPoint()).append('\n');
    text.append("  Gini index ").append(giniText()).append('\n');
    if (ascending[0] < 0 || negativeCustomers().count() > 0) {
      text.append("  negative: ").append(negativeCustomers()).append(" with ");
      text.append(negativeTotal()).append(", ").append(negative).append('\n');
    }
    return text.toString();
  }

  private String giniText() {
    if (gini.isPresent()) {
      return gini.get().toString();
    }
    return ascending[0] < 0 ? "not defined with negative amounts" : "not defined for one customer";
  }

  /**
   * Returns the total and the share of the largest fifth.
   *
   * @return for example {@code USD 20.00 of 5 customers, the largest 20 % make 80.0 %}
   */
  @Override
  public String toString() {
    return total()
        + " of "
        + customers()
        + " customers, the largest 20 % make "
        + Texts.percent(shareOfTop(0.2));
  }
}
