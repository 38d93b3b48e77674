package io.github.retention4j.examples.transactions;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A query of a database, and how to get there.
 *
 * @param name what messages call it
 * @param url the JDBC address; its driver must be on the class path
 * @param user the name to log in with, empty if none is needed
 * @param password the password to log in with, empty if none is needed; never shown
 * @param sql the query
 */
public record SqlQuery(
    String name, String url, Optional<String> user, Optional<String> password, String sql) {

  private static final String DUCKDB_IN_MEMORY = "jdbc:duckdb:";

  /**
   * Checks the words.
   *
   * @param name what messages call it
   * @param url the JDBC address
   * @param user the name to log in with
   * @param password the password to log in with
   * @param sql the query
   * @throws IllegalArgumentException if the address is not one of JDBC or the query is blank
   */
  public SqlQuery {
    requireNonNull(name, "name");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    if (!url.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "url (" + url + ") must be an address of JDBC, such as jdbc:duckdb:shop.db");
    }
    if (sql.isBlank()) {
      throw new IllegalArgumentException("sql (" + sql + ") must be a query");
    }
  }

  /**
   * Returns a query of a database that needs no login.
   *
   * @param url the JDBC address
   * @param sql the query
   * @return the query, named after the address without what follows {@code ?} or {@code ;} and
   *     without a login before {@code @}, for these may hold a password
   * @throws IllegalArgumentException if the address is not one of JDBC or the query is blank
   */
  public static SqlQuery of(String url, String sql) {
    String name = url.replaceFirst("[?;].*", "").replaceFirst("//[^@/]*@", "//");
    return new SqlQuery(name, url, Optional.empty(), Optional.empty(), sql);
  }

  /**
   * Chooses who logs in.
   *
   * @param newUser the name
   * @param newPassword the password
   * @return a query of that user
   */
  public SqlQuery withLogin(String newUser, String newPassword) {
    return new SqlQuery(name, url, Optional.of(newUser), Optional.of(newPassword), sql);
  }

  /**
   * Returns all rows of a Parquet file, read by DuckDB within this process.
   *
   * @param file the file; a pattern such as {@code orders/*.parquet} names several
   * @return the query, named after the file
   */
  public static SqlQuery ofParquet(Path file) {
    String quoted = "'" + file.toString().replace("'", "''") + "'";
    return new SqlQuery(
        file.toString(),
        DUCKDB_IN_MEMORY,
        Optional.empty(),
        Optional.empty(),
        "select * from read_parquet(" + quoted + ")");
  }

  /**
   * Returns the query without the password, and without the address, which may hold one too.
   *
   * @return for example {@code query of orders.parquet}
   */
  @Override
  public String toString() {
    return "query of " + name;
  }
}
