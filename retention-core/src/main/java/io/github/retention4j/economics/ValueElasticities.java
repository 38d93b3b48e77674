package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By how many per cent the value of a customer changes when retention, margin, discount rate or
 * acquisition cost rises by one per cent of itself.
 *
 * <p>With V the lifetime value, A the acquisition cost and the net value V - A, the elasticity to x
 * is {@code x / (V - A) * d(V - A) / dx}. Times V / (V - A) each of
 *
 * <pre>{@code
 *                              retention          margin   discount rate
 * m / (1 - r)                  r / (1 - r)        1        -
 * m r / (1 + d - r)            (1 + d)/(1 + d - r)  1      -d / (1 + d - r)
 * m (1 + d) / (1 + d - r)      r / (1 + d - r)    1        -d r / ((1 + d)(1 + d - r))
 * m / (1 + d - r)              r / (1 + d - r)    1        -d / (1 + d - r)
 * }</pre>
 *
 * <p>and -A / (V - A) to the acquisition cost. r and d are those of one period of the margin. With
 * A = 0 the value of a customer already won is meant. Example: r = 0.8, d = 0.1, first margin after
 * renewal: 3.67 to retention, 1 to margin, -0.33 to the discount rate. Gupta, Lehmann and Stuart
 * (2004) found about 5 to retention, 1 to margin and 0.1 to a cheaper acquisition for the value of
 * five companies, and a fifth of that to retention for the discount rate.
 *
 * @param value the lifetime value, without horizon
 * @param acquisitionCost what winning the customer costs, 0 or more
 * @see <a href="https://doi.org/10.1509/jmkr.41.1.7.25084">Gupta, Lehmann and Stuart (2004),
 *     Valuing Customers</a>
 */
public record ValueElasticities(LifetimeValue value, MonetaryEstimate acquisitionCost) {

  /**
   * Checks that the parts go together.
   *
   * @param value the lifetime value
   * @param acquisitionCost what winning the customer costs
   * @throws IllegalArgumentException if the value has a horizon or the cost is negative
   * @throws CurrencyMismatchException if the currencies differ
   */
  public ValueElasticities {
    requireNonNull(value, "value");
    Checks.notNegative("acquisitionCost", acquisitionCost);
    Checks.sameCurrency(value.margin().amount().currency(), acquisitionCost);
    if (value.terms().horizon().isPresent()) {
      throw new IllegalArgumentException(
          "value.terms.horizon ("
              + value.terms().horizon().getAsInt()
              + ") must be empty: the closed forms are for values without end");
    }
    Checks.withoutGrowth(value.terms());
  }

  /**
   * Returns the elasticities of the value of a customer already won.
   *
   * @param value the lifetime value, without horizon
   * @return the elasticities
   * @throws IllegalArgumentException if the value has a horizon
   */
  public static ValueElasticities of(LifetimeValue value) {
    return new ValueElasticities(
        value, new MonetaryEstimate(value.margin().amount().currency(), 0));
  }

  /**
   * Returns the value less the acquisition cost.
   *
   * @return V - A; empty if V has no finite value
   */
  public Optional<MonetaryEstimate> netValue() {
    return value.value().map(amount -> amount.minus(acquisitionCost));
  }

  /**
   * Returns the elasticity to the retention rate.
   *
   * @return per cent per per cent; empty if the net value is 0 or not finite
   */
  public OptionalDouble retention() {
    return scaled(plainRetention(rate()));
  }

  /**
   * Returns between which limits the elasticity to retention lies: its values while the retention
   * rate runs through its own interval. All else is taken as known.
   *
   * @return the interval; empty if the retention was assumed, or the net value is 0 or not finite
   *     somewhere in the interval
   */
  public Optional<OpenInterval> retentionInterval() {
    return value
        .retention()
        .interval()
        .filter(rate -> net(rate.lower()) * net(rate.upper()) > 0)
        .filter(rate -> Double.isFinite(net(rate.upper())))
        .map(
            rate ->
                RateImage.of(
                    rate,
                    r -> plainRetention(r) * (valueAt(r) / net(r)),
                    rate.method() + ", carried through"));
  }

  private double net(double rate) {
    return valueAt(rate) - acquisitionCost.amount();
  }

  private double valueAt(double rate) {
    PeriodicMargin margin = value.margin();
    return Values.ofOne(margin, value.terms().formula(), value.terms().discount(), rate);
  }

  private double plainRetention(double rate) {
    double above =
        formula() == LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL ? 1 + discountRate() : rate;
    return above / left(rate);
  }

  /**
   * Returns the elasticity to the margin.
   *
   * @return per cent per per cent, V / (V - A); empty if the net value is 0 or not finite
   */
  public OptionalDouble margin() {
    return scaled(1);
  }

  /**
   * Returns the elasticity to the discount rate of one period.
   *
   * @return per cent per per cent, 0 where nothing is discounted; empty if the net value is 0 or
   *     not finite
   */
  public OptionalDouble discount() {
    double d = discountRate();
    double plain = -d / left(rate());
    return scaled(
        formula() == LifetimeValueFormula.FIRST_MARGIN_NOW ? plain * rate() / (1 + d) : plain);
  }

  /**
   * Returns the elasticity to the acquisition cost.
   *
   * @return per cent per per cent, -A / (V - A); empty if the net value is 0 or not finite
   */
  public OptionalDouble acquisition() {
    return overNet(-1, acquisitionCost.amount());
  }

  /**
   * Tells why there are no elasticities.
   *
   * @return the reason; empty where there are
   */
  public Optional<String> whyUndefined() {
    if (value.value().isEmpty()) {
      return Optional.of("the value has no finite value");
    }
    return margin().isPresent()
        ? Optional.empty()
        : Optional.of("the value less the acquisition cost is 0, or as good as 0");
  }

  /**
   * Tells why the elasticity to retention has no interval.
   *
   * @return the reason; empty where it has one
   */
  public Optional<String> whyNoInterval() {
    if (retentionInterval().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        value.retention().interval().isEmpty()
            ? "the retention was assumed"
            : "within the interval of the rate the value less the acquisition cost passes 0, or has"
                + " no finite value");
  }

  private OptionalDouble scaled(double plain) {
    return value.value().isPresent()
        ? overNet(plain, value.value().get().amount())
        : OptionalDouble.empty();
  }

  private OptionalDouble overNet(double factor, double amount) {
    double elasticity = netValue().map(net -> factor * (amount / net.amount())).orElse(Double.NaN);
    return Double.isFinite(elasticity)
        ? OptionalDouble.of(elasticity + 0.0)
        : OptionalDouble.empty();
  }

  private LifetimeValueFormula formula() {
    return value.terms().formula();
  }

  private double rate() {
    return value.retention().value();
  }

  private double discountRate() {
    return value.terms().discount().per(value.margin().per()).rate();
  }

  private double left(double rate) {
    return (1 - rate) + discountRate();
  }

  /**
   * Returns all elasticities, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("One per cent more of ... changes the value of a customer by per cent\n");
    text.append(line("retention", retention()));
    retentionInterval().ifPresent(it -> text.append("    ").append(it).append('\n'));
    text.append(line("margin", margin()));
    text.append(line("discount rate", discount()));
    text.append(line("acquisition cost", acquisition()));
    whyUndefined().ifPresent(reason -> text.append("undefined: ").append(reason).append('\n'));
    return text.append(value.assumptions()).append('\n').toString();
  }

  private static String line(String name, OptionalDouble elasticity) {
    String shown =
        elasticity.isPresent() ? Texts.format("%.3f", elasticity.getAsDouble()) : "undefined";
    return Texts.format("  %-18s%12s\n", name, shown);
  }
}
