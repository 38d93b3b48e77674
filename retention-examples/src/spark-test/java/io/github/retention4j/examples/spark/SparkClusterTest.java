package io.github.retention4j.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.examples.shop.SampleShop;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two executors, each a process of its own. */
class SparkClusterTest {

  private static final List<SampleShop.Purchase> PURCHASES = SampleShop.purchases();

  @SuppressWarnings("NullAway.Init")
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = LocalSpark.start("local-cluster[2,1,1024]");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void answersAsOneMachineDoes() {
    SparkRetention cluster =
        SparkRetention.of(
            LocalSpark.dataset(spark, PURCHASES, 12), OneMachine.OBSERVED, OneMachine.CURRENCY);
    Answers.assertSame(cluster, new OneMachine(PURCHASES));
  }

  @Test
  void tasksRunInOtherProcesses() {
    List<Long> processes =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(List.of(1, 2, 3, 4), 4)
            .map(task -> ProcessHandle.current().pid())
            .collect();
    assertThat(processes).doesNotContain(ProcessHandle.current().pid());
  }
}
