package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SerializedActivityTest {

  private static final DateRange RANGE = DateRange.ofDays(LocalDate.of(2024, 1, 1), 366);
  private static final PeriodAxis MONTHS = PeriodAxis.months(RANGE);

  @Provide
  Arbitrary<EventLog> logs() {
    return RetentionArbitraries.eventLogs(30, RANGE, 80);
  }

  @Property(tries = 200)
  void aGridComesBackEqual(@ForAll("logs") EventLog log) throws Exception {
    ActivityGrid grid = ActivityGrid.from(log, PeriodAxis.isoWeeks(RANGE));
    assertThat(ActivityGrid.fromBytes(grid.toBytes())).isEqualTo(grid);
    assertThat(thereAndBack(grid)).isEqualTo(grid);
  }

  @Property(tries = 200)
  void anAccumulatorComesBackAndGoesOn(@ForAll("logs") EventLog log) throws Exception {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, log.observationEndExclusive());
    log.events().forEach(event -> accumulator.add(event.customer(), event.date()));
    ActivityAccumulator back = thereAndBack(accumulator);
    assertThat(back.snapshot()).isEqualTo(accumulator.snapshot());
    assertThat(back.toBytes()).isEqualTo(accumulator.toBytes());
    back.merge(accumulator);
    back.add(CustomerId.of("new"), RANGE.start());
    accumulator.merge(accumulator);
    accumulator.add(CustomerId.of("new"), RANGE.start());
    assertThat(back.snapshot()).isEqualTo(accumulator.snapshot());
  }

  @Test
  void numbersTravelCompactly() throws Exception {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, RANGE.endExclusive());
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 20_000; i++) {
      accumulator.add(random.nextLong(), RANGE.start().plusDays(random.nextInt(366)));
    }
    ActivityGrid grid = accumulator.snapshot();
    assertThat(ActivityGrid.fromBytes(grid.toBytes())).isEqualTo(grid);
    assertThat(thereAndBack(accumulator).snapshot()).isEqualTo(grid);
    assertThat(grid.toBytes().length).isLessThan(20_000 * 11);
  }

  @Test
  void anEmptyAccumulatorComesBackEmpty() throws Exception {
    ActivityAccumulator empty = ActivityAccumulator.on(MONTHS, RANGE.endExclusive());
    ActivityAccumulator back = thereAndBack(empty);
    assertThatThrownBy(back::snapshot).hasMessage("events (0) must be at least one");
    back.add(7, RANGE.start());
    assertThat(back.snapshot().rows()).isEqualTo(1);
    assertThatThrownBy(() -> ActivityGrid.fromBytes(empty.toBytes()))
        .hasMessage("bytes must be of a grid, which has a customer");
  }

  @Test
  void refusesBytesThatNoGridGives() {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, RANGE.endExclusive());
    accumulator.add(CustomerId.of("Ada"), RANGE.start());
    accumulator.add(CustomerId.of("Ben"), RANGE.start());
    byte[] bytes = accumulator.toBytes();
    assertThatThrownBy(() -> ActivityGrid.fromBytes(new byte[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes must be what toBytes gave");
    byte[] later = bytes.clone();
    later[2] = 3;
    assertThatThrownBy(() -> ActivityGrid.fromBytes(later))
        .hasMessage("bytes of version 3 must be of version 1 or 2");
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> ActivityGrid.fromBytes(longer))
        .hasMessage("bytes must end where the rows end");
    for (int length = 0; length < bytes.length; length++) {
      byte[] shorter = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ActivityGrid.fromBytes(shorter))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Each byte in turn takes each value: what damage can break is looked for by name. */
  @Test
  void namesWhatDamageBroke() {
    ActivityAccumulator numbers = ActivityAccumulator.on(MONTHS, RANGE.endExclusive());
    ActivityAccumulator names = ActivityAccumulator.on(MONTHS, RANGE.endExclusive());
    for (int i = 0; i < 12; i++) {
      LocalDate date = RANGE.start().plusDays(29L * i);
      numbers.add(i % 5, date);
      names.add(CustomerId.of("customer " + i % 5), date);
    }
    String[] broken = {
      "bytes must be what toBytes gave",
      "bytes must be complete: what toBytes gave",
      "bytes must have their customers in order",
      "bytes must have a cell in each row",
      "bytes must have their periods in order",
      "bytes must have an event in each cell",
      "bytes must have as many cells as they say"
    };
    assertThat(refusals(numbers.toBytes(), ActivityGrid::fromBytes)).contains(broken);
    assertThat(refusals(names.toBytes(), ActivityGrid::fromBytes)).contains(broken);
  }

  /** What is said of the bytes, without what is said of an axis or a date. */
  static Set<String> refusals(byte[] bytes, Consumer<byte[]> reader) {
    Set<String> messages = new TreeSet<>();
    for (int place = 0; place < bytes.length; place++) {
      byte[] damaged = bytes.clone();
      for (int value = 0; value < 256; value++) {
        damaged[place] = (byte) value;
        try {
          reader.accept(damaged);
        } catch (IllegalArgumentException refused) {
          messages.add(refused.getMessage());
        }
      }
    }
    messages.removeIf(message -> !message.startsWith("bytes must"));
    return messages;
  }

  /** Any one byte changed gives a grid or a clear refusal, never another failure. */
  @Property(tries = 2_000)
  void damagedBytesDoNoHarm(@ForAll long seed) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, RANGE.endExclusive());
    SplittableRandom random = new SplittableRandom(seed);
    boolean numbers = random.nextBoolean();
    for (int i = 0; i < 30; i++) {
      LocalDate date = RANGE.start().plusDays(random.nextInt(366));
      if (numbers) {
        accumulator.add(random.nextInt(10), date);
      } else {
        accumulator.add(CustomerId.of(random.nextInt(10)), date);
      }
    }
    byte[] bytes = accumulator.toBytes();
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    try {
      ActivityGrid grid = ActivityGrid.fromBytes(bytes);
      assertThat(grid.rows()).isPositive();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static <T> T thereAndBack(T value) throws IOException, ClassNotFoundException {
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
