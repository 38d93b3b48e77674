package io.github.retention4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.purchase.PurchaseSampler;

/** Says that a cluster answers as one machine does, to the last bit. */
final class Answers {

  private Answers() {}

  static void assertSame(SparkRetention spark, OneMachine alone) {
    assertThat(spark.activity(OneMachine.MONTHS)).isEqualTo(alone.activity());
    assertThat(spark.amounts(OneMachine.MONTHS)).isEqualTo(alone.amounts());
    assertIdentical(spark.cohorts(OneMachine.MONTHS), alone.cohorts());
    assertIdentical(spark.revenue(OneMachine.MONTHS), alone.revenue());
    assertIdentical(spark.purchases(PurchaseSampler.withDefaults()), alone.sample());
    assertThat(spark.bgNbd()).isEqualTo(alone.bgNbd());
  }

  /** For results that are not compared by value: all that they hold, numbers to the last bit. */
  private static void assertIdentical(Object actual, Object expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(expected);
  }
}
