package io.github.retention4j.examples.transactions;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a query. Dates, time stamps and numbers are read as such and written in
 * the one form that {@link RowParser} knows for each; any other column is read as text. Columns
 * that nobody asked for stay blank.
 */
final class QueryRows implements RowSource {

  private static final int ROWS_AT_A_TIME = 10_000;

  private final SqlQuery query;
  private final Set<String> wanted;
  private final RowListener listener;

  QueryRows(SqlQuery query, Set<String> wanted, RowListener listener) {
    this.query = query;
    this.wanted = Set.copyOf(wanted);
    this.listener = listener;
  }

  @Override
  public Source source() {
    return Source.ofRows(query.name());
  }

  @Override
  public void visit(Visitor visitor) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      // Some drivers hold all rows in memory unless told, and heed it only inside a transaction.
      connection.setAutoCommit(false);
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = statement.executeQuery(query.sql())) {
        visit(rows, visitor);
      }
    } catch (SQLException e) {
      throw new RowFaultException(
          new RowFault(
              FaultKind.UNREADABLE_SOURCE,
              0,
              query.name() + " must answer the query (" + firstLine(e) + ")"));
    }
  }

  private Connection connection() throws SQLException {
    Properties login = new Properties();
    query.user().ifPresent(user -> login.setProperty("user", user));
    query.password().ifPresent(password -> login.setProperty("password", password));
    return DriverManager.getConnection(query.url(), login);
  }

  private void visit(ResultSet rows, Visitor visitor) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnLabel(column));
    }
    visitor.row(new RawRow(0, names));
    long number = 0;
    while (rows.next()) {
      number++;
      visitor.row(new RawRow(number, fields(rows, columns, names)));
      if (number % ROWS_AT_A_TIME == 0) {
        listener.rowsRead(number);
      }
    }
    listener.rowsRead(number);
  }

  private List<String> fields(ResultSet rows, ResultSetMetaData columns, List<String> names)
      throws SQLException {
    List<String> fields = new ArrayList<>(Collections.nCopies(names.size(), ""));
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i).strip())) {
        String text = text(rows, i + 1, columns.getColumnType(i + 1));
        fields.set(i, text == null ? "" : text);
      }
    }
    return fields;
  }

  private static @Nullable String text(ResultSet rows, int column, int type) throws SQLException {
    return switch (type) {
      case Types.DATE -> words(rows.getObject(column, LocalDate.class));
      case Types.TIMESTAMP -> words(rows.getObject(column, LocalDateTime.class));
      case Types.TIMESTAMP_WITH_TIMEZONE -> words(rows.getObject(column, OffsetDateTime.class));
      case Types.DECIMAL, Types.NUMERIC, Types.DOUBLE, Types.FLOAT, Types.REAL ->
          plain(rows, column);
      default -> rows.getString(column);
    };
  }

  private static @Nullable String words(@Nullable Object time) {
    return time == null ? null : time.toString();
  }

  /** A number without an exponent; what is no number, such as NaN, as the database writes it. */
  private static @Nullable String plain(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text).toPlainString();
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }

  /**
   * Databases may go on for pages; what is wrong stands in the first line. The address is not
   * repeated, for it may hold a password.
   */
  private String firstLine(SQLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .map(line -> line.replace(query.url(), query.name()))
        .orElse(e.getClass().getSimpleName());
  }
}
