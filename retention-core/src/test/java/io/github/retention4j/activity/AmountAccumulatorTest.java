package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AmountAccumulatorTest {

  private static final LocalDate END = LocalDate.of(2024, 6, 1);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), END));
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final LocalDate DAY = LocalDate.of(2024, 1, 5);
  private static final Money ONE = Money.of("USD", 1);

  private static AmountAccumulator accumulator() {
    return AmountAccumulator.on(MONTHS, END, USD);
  }

  /** The example of the documentation. */
  @Test
  void partsAddUp() {
    AmountAccumulator one = accumulator();
    one.add(A, DAY, Money.of("USD", 10));
    AmountAccumulator other = accumulator();
    other.add(B, DAY);
    other.add(A, DAY.plusDays(4), Money.of("USD", "2.50"));
    one.merge(other);
    AmountGrid grid = one.snapshot();
    assertThat(grid.activity().customers()).containsExactly(A, B);
    assertThat(grid.amountAt(0)).isEqualTo(Money.of("USD", "12.50"));
    assertThat(grid.activity().eventsAt(0)).isEqualTo(2);
    assertThat(grid.amountAt(1)).isEqualTo(Money.of("USD", 0));
    assertThat(grid.eventsWithAmountAt(1)).isZero();
    assertThat(grid.decimals()).isEqualTo(2);
  }

  @Test
  void refusesWhatCannotBePlacedAndChangesNothing() {
    AmountAccumulator accumulator = accumulator();
    accumulator.add(A, DAY, ONE);
    byte[] before = accumulator.toBytes();
    assertThatThrownBy(() -> accumulator.add(B, END, ONE))
        .hasMessage(
            "date (2024-06-01) of customer b must be before the end of observation (2024-06-01)");
    assertThatThrownBy(() -> accumulator.add(B, DAY, Money.of("USD", "1.005")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amount (USD 1.005) of customer b must have at most 2 decimals, and be at most USD"
                + " 92233720368547758.07");
    assertThatThrownBy(() -> accumulator.add(B, DAY, Money.of("EUR", 1)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining("customer b");
    assertThatThrownBy(() -> accumulator.add(7, DAY, ONE))
        .hasMessage("customers known by number must not join customers known by text");
    assertThatThrownBy(() -> accumulator.add(7, DAY))
        .hasMessage("customers known by number must not join customers known by text");
    assertThat(accumulator.toBytes()).isEqualTo(before);
    assertThatThrownBy(() -> accumulator().snapshot())
        .hasMessage("events (0) must be at least one");
    assertThatThrownBy(() -> AmountAccumulator.on(MONTHS, END, USD, 19))
        .hasMessage("decimals (19) must be from 0 to 18");
  }

  /** Half of the most here and half there are too much with one more, in whatever order. */
  @Test
  void amountsTogetherFitALong() {
    Money half = Money.of("USD", "46116860184273879.03");
    AmountAccumulator accumulator = accumulator();
    accumulator.add(A, DAY, half);
    accumulator.add(B, DAY, Money.of("USD", "-46116860184273879.03"));
    accumulator.add(B, DAY, Money.of("USD", "0.01"));
    AmountAccumulator cent = accumulator();
    cent.add(A, DAY, Money.of("USD", "0.01"));
    String problem = "amounts must sum, signs left out, to at most USD 92233720368547758.07";
    assertThatThrownBy(() -> accumulator.merge(cent)).hasMessage(problem);
    assertThatThrownBy(() -> cent.merge(accumulator)).hasMessage(problem);
    assertThatThrownBy(() -> AmountAccumulator.fromBytes(accumulator.toBytes()).merge(cent))
        .hasMessage(problem);
    assertThat(accumulator.snapshot().total()).isEqualTo(Money.of("USD", "0.01"));
    assertThatThrownBy(() -> cent.add(A, DAY, Money.of("USD", "-92233720368547758.08")))
        .hasMessage(problem);
  }

  @Test
  void refusesPartsOfAnotherFrame() {
    AmountAccumulator accumulator = accumulator();
    assertThatThrownBy(
            () -> accumulator.merge(AmountAccumulator.on(MONTHS, END, Currency.getInstance("EUR"))))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> accumulator.merge(AmountAccumulator.on(MONTHS, END, USD, 4)))
        .hasMessage("decimals (4) must be 2");
    assertThatThrownBy(() -> accumulator.merge(AmountAccumulator.on(MONTHS, DAY, USD)))
        .hasMessage("observationEndExclusive (2024-01-05) must be 2024-06-01");
    PeriodAxis days = PeriodAxis.days(MONTHS.range());
    assertThatThrownBy(() -> accumulator.merge(AmountAccumulator.on(days, END, USD)))
        .hasMessage("axis (" + days + ") must be " + MONTHS);
    AmountAccumulator text = accumulator();
    text.add(A, DAY);
    AmountAccumulator numbers = accumulator();
    numbers.add(7, DAY);
    assertThatThrownBy(() -> text.merge(numbers))
        .hasMessage("customers known by number must not join customers known by text");
  }

  @Test
  void numbersTravelCompactly() throws Exception {
    AmountAccumulator accumulator = accumulator();
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 20_000; i++) {
      accumulator.add(random.nextLong(), DAY.plusDays(random.nextInt(100)), ONE);
    }
    assertThat(thereAndBack(accumulator).snapshot()).isEqualTo(accumulator.snapshot());
    assertThat(accumulator.toBytes().length).isLessThan(20_000 * 14);
  }

  @Test
  void anEmptyOneComesBackEmpty() throws Exception {
    AmountAccumulator back = thereAndBack(accumulator());
    assertThatThrownBy(back::snapshot).hasMessage("events (0) must be at least one");
    back.add(7, DAY, ONE);
    back.merge(accumulator());
    assertThat(back.snapshot().total()).isEqualTo(ONE);
  }

  @Test
  void refusesBytesThatNoneGives() {
    AmountAccumulator accumulator = accumulator();
    accumulator.add(A, DAY, ONE);
    accumulator.add(B, DAY);
    byte[] bytes = accumulator.toBytes();
    assertThatThrownBy(() -> AmountAccumulator.fromBytes(new byte[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes must be what toBytes gave");
    byte[] later = bytes.clone();
    later[2] = 2;
    assertThatThrownBy(() -> AmountAccumulator.fromBytes(later))
        .hasMessage("bytes of version 2 must be of version 1");
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> AmountAccumulator.fromBytes(longer))
        .hasMessage("bytes must end where the cells end");
    for (int length = 0; length < bytes.length; length++) {
      byte[] shorter = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> AmountAccumulator.fromBytes(shorter))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void namesWhatDamageBroke() {
    AmountAccumulator accumulator = accumulator();
    for (int i = 0; i < 8; i++) {
      CustomerId customer = CustomerId.of("customer " + i % 3);
      accumulator.add(customer, DAY.plusDays(13L * i), Money.of("USD", i));
      accumulator.add(customer, DAY.plusDays(13L * i));
    }
    assertThat(SerializedActivityTest.refusals(accumulator.toBytes(), AmountAccumulator::fromBytes))
        .contains(
            "bytes must be complete: what toBytes gave",
            "bytes must have no sum of no amounts",
            "bytes must not sum to more than they say",
            "bytes must end where the cells end");
  }

  static <T> T thereAndBack(T value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      @SuppressWarnings("unchecked")
      T back = (T) in.readObject();
      return back;
    }
  }
}
