package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Links what customers said with who left. Immutable. Defaults: the bands of the Net Promoter
 * Score; {@link CustomerScore#LATEST}; intervals at 0.95.
 *
 * <p>Use answers from before the time in which customers left, such as {@link
 * SurveyAnswers#during}: an answer given on leaving says nothing ahead. Customers without an answer
 * are counted apart, for silence is a sign of its own.
 */
public final class ChurnByScoreCalculator {

  private static final ChurnByScoreCalculator DEFAULTS =
      new ChurnByScoreCalculator(ScoreBands.netPromoter(), CustomerScore.LATEST, 0.95);

  private final ScoreBands bands;
  private final CustomerScore choice;
  private final double level;

  private ChurnByScoreCalculator(ScoreBands bands, CustomerScore choice, double level) {
    this.bands = requireNonNull(bands, "bands");
    this.choice = requireNonNull(choice, "choice");
    this.level = Checks.level(level);
  }

  /**
   * Returns the calculator with the defaults.
   *
   * @return the calculator
   */
  public static ChurnByScoreCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this calculator with other bands.
   *
   * @param newBands the bands, spanning the scale of the answers
   * @return the calculator
   */
  public ChurnByScoreCalculator with(ScoreBands newBands) {
    return new ChurnByScoreCalculator(newBands, choice, level);
  }

  /**
   * Returns this calculator with another choice of the answer that stands for a customer.
   *
   * @param newChoice the choice
   * @return the calculator
   */
  public ChurnByScoreCalculator with(CustomerScore newChoice) {
    return new ChurnByScoreCalculator(bands, newChoice, level);
  }

  /**
   * Returns this calculator with intervals at another level.
   *
   * @param newLevel over 0 and under 1
   * @return the calculator
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ChurnByScoreCalculator withLevel(double newLevel) {
    return new ChurnByScoreCalculator(bands, choice, newLevel);
  }

  /**
   * Counts who left by band.
   *
   * @param answers what customers said; answers of others than those asked about are passed over
   * @param customers those who could leave, at least one
   * @param left those of them who did
   * @return churn by band
   * @throws IllegalArgumentException if there is no customer, one who left is not among them, or
   *     the bands do not span the scale of the answers
   */
  public ChurnByScore calculate(
      SurveyAnswers answers, Set<CustomerId> customers, Set<CustomerId> left) {
    return calculate(
        answers,
        customers,
        left,
        fault -> {
          throw new IllegalArgumentException(fault.reason());
        });
  }

  /**
   * Counts who left by band without those who left but are not among the customers.
   *
   * @param answers what customers said; answers of others than those asked about are passed over
   * @param customers those who could leave, at least one
   * @param left those of them who did
   * @param refused is told each who left and is not among the customers, with its number in
   *     ascending order of those who left, from 1
   * @return churn by band
   * @throws IllegalArgumentException if there is no customer, or the bands do not span the scale of
   *     the answers
   */
  public ChurnByScore calculate(
      SurveyAnswers answers,
      Set<CustomerId> customers,
      Set<CustomerId> left,
      Consumer<Rejection> refused) {
    bands.requireScale(answers.scale());
    if (customers.isEmpty()) {
      throw new IllegalArgumentException("customers (0) must be at least one");
    }
    refuseOthers(customers, left, requireNonNull(refused, "refused"));
    Map<CustomerId, Answer> chosen = new HashMap<>();
    answers.answers().forEach(it -> chosen.merge(it.customer(), it, choice::choose));
    int silent = bands.bands().size();
    long[] total = new long[silent + 1];
    long[] gone = new long[silent + 1];
    for (CustomerId customer : customers) {
      Answer answer = chosen.get(customer);
      int place = answer == null ? silent : bands.indexOf(answer.score());
      total[place]++;
      gone[place] += left.contains(customer) ? 1 : 0;
    }
    List<Optional<Proportion>> shares =
        IntStream.rangeClosed(0, silent)
            .mapToObj(i -> Proportion.ifAny(gone[i], total[i]))
            .toList();
    List<BandChurn> churn =
        IntStream.range(0, silent)
            .mapToObj(i -> new BandChurn(bands.bands().get(i), shares.get(i)))
            .toList();
    return new ChurnByScore(choice, churn, shares.get(silent), level);
  }

  private static void refuseOthers(
      Set<CustomerId> customers, Set<CustomerId> left, Consumer<Rejection> refused) {
    long number = 0;
    for (CustomerId customer : new TreeSet<>(left)) {
      number++;
      if (!customers.contains(customer)) {
        refused.accept(
            new Rejection(number, "left (" + customer + ") must be among the customers"));
      }
    }
  }
}
