package io.github.retention4j.examples.spark;

import io.github.retention4j.examples.shop.SampleShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark on this machine, reachable from it alone. */
final class LocalSpark {

  private static final StructType COLUMNS =
      new StructType()
          .add("customer", DataTypes.StringType)
          .add("date", DataTypes.DateType)
          .add("amount", DataTypes.createDecimalType(18, 2));

  private LocalSpark() {}

  static SparkSession start(String master) {
    return builder(master).getOrCreate();
  }

  /** Returns the settings of a session; executors get the class path of this process. */
  static SparkSession.Builder builder(String master) {
    makeHome();
    return SparkSession.builder()
        .master(master)
        .appName("Retention4J")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .config("spark.executor.extraJavaOptions", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
  }

  /** Workers look for a folder of jars, though the class path has all that they need. */
  private static void makeHome() {
    try {
      Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns purchases as they would come from a table, cut into partitions without a shuffle. */
  static Dataset<Row> dataset(
      SparkSession spark, List<SampleShop.Purchase> purchases, int partitions) {
    List<Row> rows =
        purchases.stream()
            .map(sale -> RowFactory.create(sale.customer(), sale.date(), sale.amount()))
            .toList();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(context.parallelize(rows, partitions), COLUMNS);
  }
}
