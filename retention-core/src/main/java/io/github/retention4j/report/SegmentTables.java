package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.attention.SegmentMovement;
import io.github.retention4j.attention.TenureBand;
import io.github.retention4j.attention.TenureTable;
import io.github.retention4j.segment.AttributeProfile;
import io.github.retention4j.segment.AvoidableLosses;
import io.github.retention4j.segment.ChurnDrivers;
import io.github.retention4j.segment.MixShift;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables of groups of customers: who is in them, who moved, and what they have to do with churn.
 */
public final class SegmentTables {

  private static final String OUTSIDE = "(none)";
  private static final String NO_BEST = "no value can be the best";

  private SegmentTables() {}

  /** Customers who went from one segment to another. */
  private record Move(
      String from, String to, long customers, Optional<Proportion> share, String whyEmpty) {

    static Move from(SegmentMovement movement, String from, String to, long customers) {
      return new Move(
          from,
          to,
          customers,
          Proportion.ifAny(customers, movement.customersBefore(from)),
          "nobody was in the segment");
    }

    static Move into(String to, long customers) {
      return new Move(OUTSIDE, to, customers, Optional.empty(), "they were in no segment");
    }
  }

  /**
   * Returns who moved between RFM segments, in the long form: customers who went from one to
   * another, and their share of those who were in the one before. Who is in no segment any more
   * went to {@code (none)}; who was in none came from it.
   *
   * @param movement the moves
   * @return a row for each pair of segments, those who stayed included
   */
  public static ResultTable rfmMovement(SegmentMovement movement) {
    return ResultTable.of(
        "Moves between RFM segments",
        Stream.concat(
                movement.segments().stream().flatMap(from -> moves(movement, from)),
                movement.segments().stream().map(to -> Move.into(to, movement.arrived(to))))
            .toList(),
        List.of(
            Column.text("from", Move::from),
            Column.text("to", Move::to),
            Column.count("customers", Move::customers),
            Column.share("share", Proportion::value).ofOptional(Move::share, Move::whyEmpty)));
  }

  private static Stream<Move> moves(SegmentMovement movement, String from) {
    return Stream.concat(
        movement.segments().stream()
            .map(to -> Move.from(movement, from, to, movement.moved(from, to))),
        Stream.of(Move.from(movement, from, OUTSIDE, movement.gone(from))));
  }

  /**
   * Returns for how long customers have been there, with 95 % Wilson intervals.
   *
   * @param table the bands
   * @return a row for each band
   */
  public static ResultTable tenure(TenureTable table) {
    return ResultTable.of(
        "Tenure as of " + table.asOf() + ", " + Figures.count(table.notStarted()) + " not started",
        table.bands(),
        joined(
            List.of(
                Column.count("from months", TenureBand::fromMonths),
                Column.count("to under months", Long::longValue)
                    .ofOptional(
                        it -> it.toMonthsExclusive().stream().boxed().findFirst(),
                        "the last band has no end")),
            Columns.shareAndLimits("customers", "of", "share", TenureBand::customers)));
  }

  /** A value in two periods, or all values. */
  private record Shift(
      String value,
      Optional<Proportion> before,
      Optional<Proportion> after,
      double mix,
      double rates,
      double interaction) {}

  /**
   * Returns how much of a change of churn is another mix of customers, value by value. Mix, rates
   * and interaction are fractions of all customers and sum to the change.
   *
   * @param shift the change
   * @return a row for each value and one for the total
   */
  public static ResultTable mixShift(MixShift shift) {
    String nobody = "no customer had the value";
    Stream<Shift> values =
        shift.parts().stream()
            .map(
                it ->
                    new Shift(
                        it.value(),
                        it.before(),
                        it.after(),
                        it.mix(),
                        it.rates(),
                        it.interaction()));
    Shift total =
        new Shift(
            "total",
            Optional.of(shift.before()),
            Optional.of(shift.after()),
            shift.mix(),
            shift.rates(),
            shift.interaction());
    return ResultTable.of(
        "Change of churn by mix and rates",
        Stream.concat(values, Stream.of(total)).toList(),
        List.of(
            Column.text("value", Shift::value),
            Column.count("lost before", it -> lost(it.before())),
            Column.count("customers before", it -> customers(it.before())),
            Column.share("churn before", Proportion::value).ofOptional(Shift::before, nobody),
            Column.count("lost after", it -> lost(it.after())),
            Column.count("customers after", it -> customers(it.after())),
            Column.share("churn after", Proportion::value).ofOptional(Shift::after, nobody),
            Column.share("mix", Shift::mix),
            Column.share("rates", Shift::rates),
            Column.share("interaction", Shift::interaction)));
  }

  private static long lost(Optional<Proportion> churn) {
    return churn.map(Proportion::count).orElse(0L);
  }

  private static long customers(Optional<Proportion> churn) {
    return churn.map(Proportion::total).orElse(0L);
  }

  /**
   * Returns how strongly each attribute goes with churn, the strongest first. {@link
   * CustomerTables#churnDrivers} has the values of the attributes.
   *
   * @param drivers the associations
   * @return a row for each attribute
   */
  public static ResultTable attributes(ChurnDrivers drivers) {
    return ResultTable.of(
        "Attributes and churn, " + Figures.decimals(100 * drivers.level(), 0) + " % intervals",
        drivers.attributes(),
        joined(
            List.of(
                Column.text("attribute", AttributeProfile::attribute),
                Column.text("kind", it -> RetentionTables.words(it.kind())),
                Column.count("values", it -> it.values().size()),
                Column.number("strength", 3, AttributeProfile::strength)),
            Columns.limits(3, AttributeProfile::strengthInterval, "there is a single value"),
            List.of(
                Column.number("p-value", 4, it -> it.association().pValue()),
                Column.number("p-value, Holm", 4, it -> it.holm().pValue()),
                Column.number(
                    "p-value, Benjamini-Hochberg", 4, it -> it.benjaminiHochberg().pValue()),
                Column.number("p-value of trend", 4, TestResult::pValue)
                    .ofOptional(
                        AttributeProfile::trend,
                        "the values have no order, or fewer than two have a place"),
                Column.text("best value", AvoidableLosses::best)
                    .ofOptional(AttributeProfile::avoidable, NO_BEST),
                Column.number("losses above it", 1, AvoidableLosses::losses)
                    .ofOptional(AttributeProfile::avoidable, NO_BEST),
                Column.share("share of all losses", AvoidableLosses::share)
                    .ofOptional(AttributeProfile::avoidable, NO_BEST))));
  }
}
