package io.github.retention4j.examples.bench;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The events of a recipe in a table of DuckDB, in memory: customer and seconds of the epoch. */
final class DuckDbEvents implements AutoCloseable {

  /**
   * Month triangle: a bit for each active month of a customer, then customers of equal bits
   * together, then their months counted from the first.
   */
  private static final String MONTHS =
      """
      with customers as (
        select bit_or(1::bigint << month) as months
        from (select customer, datediff('month', date '2021-01-01', make_timestamp(second * 1000000)) as month
              from events)
        group by customer),
      alike as (select months, count(*) as customers from customers group by months),
      shifted as (
        select bit_length_of_low(months) as first, months >> bit_length_of_low(months) as ages, customers
        from alike)
      select first, age, sum(customers)
      from shifted, range(36) as t(age)
      where (ages >> age) & 1 = 1
      group by first, age
      """;

  /** First day by day k: customers whose last event is on day first + k or later, k = 0 to 90. */
  private static final String DAYS_OR_LATER =
      """
      with customers as (
        select min(second) // 86400 as first, max(second) // 86400 as last from events group by customer),
      spans as (select first, least(last - first, 90) as span, count(*) as customers from customers group by all),
      cohorts as (select distinct first from spans),
      cells as (select first, age from cohorts, range(91) as t(age))
      select c.first, c.age,
        sum(coalesce(s.customers, 0)) over (partition by c.first order by c.age desc)
      from cells c left join spans s on s.first = c.first and s.span = c.age
      """;

  /** First day by day k: customers active on day first + k, k = 0 to 90. */
  private static final String ON_DAY =
      """
      with active as (select distinct customer, second // 86400 as day from events),
      customers as (select customer, min(day) as first from active group by customer)
      select first, day - first as age, count(*)
      from active join customers using (customer)
      where day - first <= 90
      group by first, age
      """;

  private final DuckDBConnection connection;

  DuckDbEvents(EventRecipe recipe, int threads) throws SQLException {
    connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("set threads = " + threads);
      statement.execute("create table events (customer bigint, second bigint)");
      statement.execute(
          "create macro bit_length_of_low(x) as cast(round(log2(cast(x & -x as double))) as integer)");
    }
    try (DuckDBAppender appender = connection.createAppender("main", "events")) {
      for (int event = 0; event < recipe.events(); event++) {
        appender.beginRow();
        appender.append(recipe.customerOf(event));
        appender.append(recipe.epochSecondOf(event));
        appender.endRow();
      }
    }
  }

  CellSums months() throws SQLException {
    return sums(MONTHS);
  }

  CellSums daysOrLater() throws SQLException {
    return sums(DAYS_OR_LATER);
  }

  CellSums onDay() throws SQLException {
    return sums(ON_DAY);
  }

  private CellSums sums(String query) throws SQLException {
    long cells = 0;
    long customers = 0;
    long ages = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        cells++;
        customers += rows.getLong(3);
        ages += rows.getLong(2) * rows.getLong(3);
      }
    }
    return new CellSums(cells, customers, ages);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
