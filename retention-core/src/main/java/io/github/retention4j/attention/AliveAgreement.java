package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.stats.AreaUnderCurve;
import io.github.retention4j.stats.Proportion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a list made by a rule agrees with a model's chance that a customer is still there.
 *
 * <p>Neither is the truth; where they part is worth a look. Both have to be as of one date: that of
 * the list, and the end of calibration of the sample that the model predicts for.
 *
 * @param threshold the chance under which the model is taken to say that a customer left
 * @param listedAndGone on the list, and gone by the model
 * @param listedButAlive on the list, and alive by the model
 * @param unlistedButGone not on the list, and gone by the model
 * @param unlistedAndAlive not on the list, and alive by the model
 * @param unmatched rows whose customer the model does not know, left out
 * @param concordance the chance that of one customer on the list and one not on it the model gives
 *     the latter the higher chance to be alive; empty where all or none are on the list
 */
public record AliveAgreement(
    double threshold,
    long listedAndGone,
    long listedButAlive,
    long unlistedButGone,
    long unlistedAndAlive,
    long unmatched,
    Optional<AreaUnderCurve> concordance) {

  /**
   * Checks the counts.
   *
   * @param threshold the chance under which a customer is taken as gone
   * @param listedAndGone on the list, and gone
   * @param listedButAlive on the list, and alive
   * @param unlistedButGone not on the list, and gone
   * @param unlistedAndAlive not on the list, and alive
   * @param unmatched rows whose customer the model does not know
   * @param concordance how the model ranks the two groups
   * @throws IllegalArgumentException if the threshold is not over 0 and under 1, a count is
   *     negative or no customer is known to both
   */
  public AliveAgreement {
    requireNonNull(concordance, "concordance");
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threshold (" + threshold + ") must be over 0 and under 1");
    }
    List<Long> counts =
        List.of(listedAndGone, listedButAlive, unlistedButGone, unlistedAndAlive, unmatched);
    if (counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts (" + counts + ") must be 0 or more");
    }
    if (counts.stream().limit(4).allMatch(count -> count == 0)) {
      throw new IllegalArgumentException("counts (" + counts + ") must be of a matched customer");
    }
  }

  /**
   * Compares a rule with a model.
   *
   * @param cadence how often customers buy, of anything
   * @param rule whom to list
   * @param predictions what the model says of the same customers as of the same date
   * @param threshold the chance under which a customer is taken as gone, over 0 and under 1
   * @return the agreement
   * @throws IllegalArgumentException if the cadence is by product, the threshold is not between 0
   *     and 1, or no customer is known to both
   */
  public static AliveAgreement of(
      Cadence cadence, AttentionRule rule, PurchasePredictions predictions, double threshold) {
    if (cadence.isByProduct()) {
      throw new IllegalArgumentException(
          "cadence (" + cadence + ") must not be by product: the model knows customers");
    }
    Map<CustomerId, Double> alive = new HashMap<>();
    for (int row = 0; row < predictions.size(); row++) {
      alive.put(predictions.customers().get(row), predictions.probabilityAlive(row));
    }
    Map<Boolean, List<Double>> chances =
        cadence
            .rows()
            .filter(row -> alive.containsKey(row.customer()))
            .collect(
                Collectors.partitioningBy(
                    rule::picks,
                    Collectors.mapping(
                        row -> alive.getOrDefault(row.customer(), 0.0), Collectors.toList())));
    return of(threshold, array(chances, true), array(chances, false), cadence.size());
  }

  private static double[] array(Map<Boolean, List<Double>> chances, boolean listed) {
    return chances.getOrDefault(listed, List.of()).stream().mapToDouble(it -> it).toArray();
  }

  private static AliveAgreement of(double threshold, double[] listed, double[] unlisted, int rows) {
    long listedGone = under(threshold, listed);
    long unlistedGone = under(threshold, unlisted);
    return new AliveAgreement(
        threshold,
        listedGone,
        listed.length - listedGone,
        unlistedGone,
        unlisted.length - unlistedGone,
        rows - listed.length - unlisted.length,
        AreaUnderCurve.of(unlisted, listed));
  }

  private static long under(double threshold, double[] chances) {
    return Arrays.stream(chances).filter(chance -> chance < threshold).count();
  }

  /**
   * Returns how many customers both judge alike.
   *
   * @return those, of all known to both
   */
  public Proportion agreement() {
    return new Proportion(
        listedAndGone + unlistedAndAlive,
        listedAndGone + listedButAlive + unlistedButGone + unlistedAndAlive);
  }

  /**
   * Returns the cross table and the concordance, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return "Rule and model agree on "
        + agreement()
        + '\n'
        + TextTable.of(
            List.of(
                List.of("", "P(alive) < " + threshold, "other"),
                List.of("listed", Long.toString(listedAndGone), Long.toString(listedButAlive)),
                List.of(
                    "not listed", Long.toString(unlistedButGone), Long.toString(unlistedAndAlive))))
        + concordance.map(area -> "  concordance " + area + '\n').orElse("")
        + (unmatched == 0 ? "" : "  not known to the model: " + unmatched + '\n');
  }
}
