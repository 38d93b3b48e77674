package io.github.retention4j.examples.spark;

import io.github.retention4j.examples.shop.SampleShop;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class RetentionKryoTest {

  @Test
  void answersAsOneMachineDoes() throws Exception {
    List<SampleShop.Purchase> purchases = SampleShop.purchases();
    try (SparkSession spark =
        LocalSpark.builder("local[2]")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config("spark.kryo.registrator", RetentionKryo.class.getName())
            .getOrCreate()) {
      Answers.assertSame(
          SparkRetention.of(
              LocalSpark.dataset(spark, purchases, 12), OneMachine.OBSERVED, OneMachine.CURRENCY),
          new OneMachine(purchases));
    }
  }
}
