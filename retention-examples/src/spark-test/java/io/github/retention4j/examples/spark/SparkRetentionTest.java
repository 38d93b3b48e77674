package io.github.retention4j.examples.spark;

import static io.github.retention4j.examples.spark.OneMachine.CURRENCY;
import static io.github.retention4j.examples.spark.OneMachine.MONTHS;
import static io.github.retention4j.examples.spark.OneMachine.OBSERVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.examples.shop.SampleShop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.executor.ShuffleWriteMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two threads of this process. */
class SparkRetentionTest {

  private static final List<SampleShop.Purchase> PURCHASES = SampleShop.purchases();
  private static final OneMachine ALONE = new OneMachine(PURCHASES);

  @SuppressWarnings("NullAway.Init")
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = LocalSpark.start("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static SparkRetention on(Dataset<Row> events) {
    return SparkRetention.of(events, OBSERVED, CURRENCY);
  }

  @Test
  void answersAsOneMachineDoes() {
    Answers.assertSame(on(LocalSpark.dataset(spark, PURCHASES, 12)), ALONE);
  }

  /** From one partition to more than a tree of one level holds, some of them empty. */
  @Test
  void partitionsDoNotMatter() {
    for (int partitions : new int[] {1, 2, 7, 40}) {
      Dataset<Row> events = LocalSpark.dataset(spark, PURCHASES, partitions);
      assertThat(on(events).activity(MONTHS)).isEqualTo(ALONE.activity());
      assertThat(on(events).amounts(MONTHS)).isEqualTo(ALONE.amounts());
    }
    Dataset<Row> few = LocalSpark.dataset(spark, PURCHASES.subList(0, 3), 8);
    assertThat(on(few).activity(MONTHS))
        .isEqualTo(new OneMachine(PURCHASES.subList(0, 3)).activity());
  }

  @Test
  void orderDoesNotMatter() {
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      List<SampleShop.Purchase> shuffled = new ArrayList<>(PURCHASES);
      Collections.shuffle(shuffled, random);
      Dataset<Row> events = LocalSpark.dataset(spark, shuffled, 1 + random.nextInt(20));
      assertThat(on(events).amounts(MONTHS)).isEqualTo(ALONE.amounts());
      Dataset<Row> repartitioned = events.repartition(1 + random.nextInt(20));
      assertThat(on(repartitioned).activity(MONTHS)).isEqualTo(ALONE.activity());
    }
  }

  @Test
  void partitionsReadTwiceDoNotMatterToActivity() {
    Dataset<Row> events = LocalSpark.dataset(spark, PURCHASES, 5);
    Dataset<Row> overlapping =
        events.union(LocalSpark.dataset(spark, PURCHASES.subList(7, 700), 2));
    assertThat(on(overlapping).activity(MONTHS)).isEqualTo(ALONE.activity());
    assertThat(on(overlapping).amounts(MONTHS)).isNotEqualTo(ALONE.amounts());
  }

  @Test
  void customersMayBeKnownByNumber() {
    Dataset<Row> events =
        LocalSpark.dataset(spark, PURCHASES, 5)
            .selectExpr("cast(substring(customer, 2) as long) customer", "date", "amount");
    ActivityGrid activity = on(events).activity(MONTHS);
    assertThat(activity.rows()).isEqualTo(ALONE.activity().rows());
    int row = activity.rowOf(CustomerId.of(7)).orElseThrow();
    int known = ALONE.activity().rowOf(CustomerId.of("C0007")).orElseThrow();
    assertThat(periods(activity, row)).isEqualTo(periods(ALONE.activity(), known));
    assertThat(on(events).amounts(MONTHS).total()).isEqualTo(ALONE.amounts().total());
    assertThat(on(events).bgNbd().model()).isEqualTo(ALONE.bgNbd().model());
  }

  private static List<Integer> periods(ActivityGrid grid, int row) {
    return IntStream.range(grid.firstCell(row), grid.endCell(row))
        .mapToObj(grid::periodAt)
        .toList();
  }

  /** Of 40 partitions only accumulators are shuffled, six or seven to each of the next tasks. */
  @Test
  void noEventIsShuffled() throws Exception {
    Dataset<Row> events = LocalSpark.dataset(spark, PURCHASES, 40);
    AtomicLong records = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    SparkListener shuffles =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd task) {
            ShuffleWriteMetrics written = task.taskMetrics().shuffleWriteMetrics();
            records.addAndGet(written.recordsWritten());
            bytes.addAndGet(written.bytesWritten());
          }
        };
    spark.sparkContext().addSparkListener(shuffles);
    on(events).activity(MONTHS);
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(shuffles);
    assertThat(records.get()).isBetween(1L, 50L);
    assertThat(bytes.get()).isLessThan(PURCHASES.size() * 8L);
  }

  @Test
  void saysWhichCustomerCannotBePlaced() {
    List<SampleShop.Purchase> late = new ArrayList<>(PURCHASES.subList(0, 10));
    late.add(new SampleShop.Purchase("C9999", LocalDate.of(2030, 1, 1), 1));
    assertThatThrownBy(() -> on(LocalSpark.dataset(spark, late, 3)).activity(MONTHS))
        .hasMessageContaining(
            "date (2030-01-01) of customer C9999 must be before the end of observation");
  }
}
