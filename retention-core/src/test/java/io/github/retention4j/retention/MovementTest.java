package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovementTest {

  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");
  private static final CustomerId D = CustomerId.of("d");

  /** a: January, February, March; b: January, March; c: February. Observed until 2 April. */
  private static ActivityGrid worked() {
    return grid(LocalDate.of(2024, 4, 2), "a1", "a2", "a3", "b1", "b3", "c2");
  }

  /** Each event is a customer's letter and the number of a month of 2024. */
  private static ActivityGrid grid(LocalDate end, String... events) {
    List<Event> list = new ArrayList<>();
    for (String event : events) {
      int month = Integer.parseInt(event.substring(1));
      list.add(Event.of(CustomerId.of(event.substring(0, 1)), LocalDate.of(2024, month, 15)));
    }
    EventLog log = EventLog.of(list, end);
    return ActivityGrid.from(log, PeriodAxis.months(log.observed()));
  }

  @Test
  void tellsWhoStayedLeftCameAndCameBack() {
    List<PeriodMovement> movements = MovementCalculator.withDefaults().calculate(worked());
    assertThat(movements).extracting(PeriodMovement::label).containsExactly("2024-02", "2024-03");
    CustomerMovement february = movements.get(0).movement();
    assertThat(february.retained()).containsExactly(A);
    assertThat(february.lost()).containsExactly(B);
    assertThat(february.acquired()).containsExactly(C);
    assertThat(february.reactivated()).isEmpty();
    CustomerMovement march = movements.get(1).movement();
    assertThat(march.retained()).containsExactly(A);
    assertThat(march.lost()).containsExactly(C);
    assertThat(march.acquired()).isEmpty();
    assertThat(march.reactivated()).containsExactly(B);
    assertThat(march.shortStays()).isEmpty();
    assertThat(march.atStart()).containsExactly(A, C);
    assertThat(march.atEnd()).containsExactly(A, B);
    assertThat(movements.get(1).retention().orElseThrow().retained())
        .isEqualTo(new Proportion(1, 2));
    assertThat(movements.get(1).retention().orElseThrow().definition())
        .isEqualTo(RetentionDefinition.SAME_CUSTOMERS);
    assertThat(movements.get(1).counts()).isEqualTo(CustomerCounts.of(2, 1, 1, 2));
    assertThat(movements.get(1).per()).isEqualTo(Granularity.MONTH);
    assertThat(movements.get(1).days().last()).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(march).hasToString("1 retained, 1 lost, 0 acquired, 1 reactivated, 0 short stays");
  }

  @Test
  void aLongerSilenceKeepsCustomersLongerAndNeedsMoreHistory() {
    MovementCalculator twoSilent =
        MovementCalculator.withDefaults().with(ChurnRule.noActivityFor(2));
    List<PeriodMovement> movements = twoSilent.calculate(worked());
    assertThat(movements).extracting(PeriodMovement::label).containsExactly("2024-03");
    assertThat(movements.get(0).movement().retained()).containsExactly(A, B, C);
    assertThat(movements.get(0).movement().lost()).isEmpty();
    assertThat(twoSilent.rule()).isEqualTo(new ChurnRule.NoActivity(2));
    assertThat(twoSilent.rule().words()).isEqualTo("lost after 2 periods without activity");
  }

  @Test
  void losesACustomerInTheLastOfItsSilentPeriods() {
    ActivityGrid grid = grid(LocalDate.of(2024, 7, 1), "a1", "a2", "b6", "b1");
    List<PeriodMovement> movements =
        MovementCalculator.withDefaults().with(ChurnRule.noActivityFor(3)).calculate(grid);
    assertThat(movements)
        .extracting(PeriodMovement::label)
        .containsExactly("2024-04", "2024-05", "2024-06");
    assertThat(movements.get(0).movement().lost()).containsExactly(B);
    assertThat(movements.get(1).movement().lost()).containsExactly(A);
    assertThat(movements.get(2).movement().reactivated()).containsExactly(B);
    assertThat(movements.get(2).retention()).isEmpty();
  }

  @Test
  void anOpenPeriodHasNoMovement() {
    ActivityGrid grid = grid(LocalDate.of(2024, 3, 31), "a1", "a2", "a3");
    assertThat(MovementCalculator.withDefaults().calculate(grid))
        .extracting(PeriodMovement::label)
        .containsExactly("2024-02");
    ActivityGrid januaryOpen = grid(LocalDate.of(2024, 1, 31), "a1");
    assertThat(MovementCalculator.withDefaults().calculate(januaryOpen)).isEmpty();
    ActivityGrid firstSeenInOpen = grid(LocalDate.of(2024, 3, 31), "a1", "b3");
    assertThat(MovementCalculator.withDefaults().calculate(firstSeenInOpen)).hasSize(1);
  }

  @Test
  void takesGivenEndDatesAsTheyAre() {
    MovementCalculator byDates =
        MovementCalculator.withDefaults()
            .with(
                ChurnRule.endDates(
                    Map.of(
                        A, LocalDate.of(2024, 3, 1),
                        C, LocalDate.of(2024, 2, 20),
                        D, LocalDate.of(2024, 4, 1))));
    ActivityGrid grid = grid(LocalDate.of(2024, 4, 1), "a1", "b1", "c2", "d1");
    List<PeriodMovement> movements = byDates.calculate(grid);
    CustomerMovement february = movements.get(0).movement();
    assertThat(february.retained()).containsExactly(A, B, D);
    assertThat(february.lost()).isEmpty();
    assertThat(february.acquired()).isEmpty();
    assertThat(february.shortStays()).containsExactly(C);
    assertThat(february.counts(ShortStayCounting.LEFT_OUT))
        .isEqualTo(CustomerCounts.of(3, 0, 0, 3));
    assertThat(february.counts(ShortStayCounting.AS_ACQUIRED_AND_LOST))
        .isEqualTo(new CustomerCounts(3, 1, 1, 3, 1));
    CustomerMovement march = movements.get(1).movement();
    assertThat(march.lost()).containsExactly(A);
    assertThat(march.retained()).containsExactly(B, D);
    assertThat(byDates.rule().words()).isEqualTo("lost on a given end date");
  }

  @Test
  void aShortStayInAnOpenPeriodIsNotCountedYet() {
    ActivityGrid grid = grid(LocalDate.of(2024, 3, 28), "a1", "b3");
    List<PeriodMovement> movements =
        calculator(Map.of(B, LocalDate.of(2024, 3, 20))).calculate(grid);
    assertThat(movements).extracting(PeriodMovement::label).containsExactly("2024-02");
    assertThat(movements.get(0).movement().retained()).containsExactly(A);
    assertThat(movements.get(0).movement().shortStays()).isEmpty();
  }

  @Test
  void namesEndDatesThatCannotBe() {
    ActivityGrid grid = grid(LocalDate.of(2024, 4, 1), "a1", "a3", "b1");
    assertThatThrownBy(() -> calculator(Map.of(A, LocalDate.of(2024, 3, 1))).calculate(grid))
        .hasMessage(
            "end date (2024-03-01) of customer a must be after its last activity, which is in"
                + " 2024-03");
    assertThatThrownBy(
            () ->
                calculator(Map.of(D, LocalDate.of(2024, 3, 1), C, LocalDate.of(2024, 3, 1)))
                    .calculate(grid))
        .hasMessage("endDates (c) must name customers with activity; 2 have none");
  }

  private static MovementCalculator calculator(Map<CustomerId, LocalDate> endDates) {
    return MovementCalculator.withDefaults().with(ChurnRule.endDates(endDates));
  }

  @Test
  void comparesTwoSetsOfCustomers() {
    CustomerMovement movement = CustomerMovement.between(Set.of(A, B), Set.of(B, C));
    assertThat(movement.retained()).containsExactly(B);
    assertThat(movement.lost()).containsExactly(A);
    assertThat(movement.acquired()).containsExactly(C);
    assertThat(movement.reactivated()).isEmpty();
    assertThat(movement)
        .isEqualTo(CustomerMovement.between(Set.of(B, A), Set.of(C, B)))
        .hasSameHashCodeAs(CustomerMovement.between(Set.of(B, A), Set.of(C, B)))
        .isNotEqualTo(CustomerMovement.between(Set.of(A, B), Set.of(B, C), Set.of(C), Set.of()));
    assertThat(CustomerMovement.between(Set.of(), Set.of(A)).retention(Granularity.MONTH))
        .isEmpty();
    assertThatThrownBy(() -> CustomerMovement.between(Set.of(A), Set.of(B), Set.of(), Set.of(C, A)))
        .hasMessage(
            "shortStays (a) must have been no customer at the start, at the end or earlier");
    assertThatThrownBy(() -> movement.retained().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void splitsIntoGroupsThatSumToTheWhole() {
    CustomerMovement movement =
        CustomerMovement.between(Set.of(A, B), Set.of(B, C), Set.of(A, B, D), Set.of());
    Map<String, CustomerMovement> parts =
        movement.split(new Segmentation("plan", Map.of(A, "basic", C, "basic", B, "pro")));
    assertThat(parts.keySet()).containsExactly("basic", "pro");
    assertThat(parts.get("basic")).isEqualTo(CustomerMovement.between(Set.of(A), Set.of(C)));
    assertThat(parts.get("pro")).isEqualTo(CustomerMovement.between(Set.of(B), Set.of(B)));
  }

  @Test
  void refusesARuleOfNoPeriods() {
    assertThatThrownBy(() -> ChurnRule.noActivityFor(0))
        .hasMessage("periods (0) must be at least 1");
    assertThat(ChurnRule.noActivityFor(1).words())
        .isEqualTo("lost after 1 period without activity");
  }
}
