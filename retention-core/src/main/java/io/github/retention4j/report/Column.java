package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A named column of a {@link ResultTable}: what it takes from each row, and of what kind it is. The
 * kind says how people see a value and how CSV holds it.
 *
 * <pre>{@code
 * kind      shown         in CSV
 * text      Anna          Anna, guarded as ResultTable#toCsv says
 * count     1,234         1234
 * share     81.45 %       0.8145, a fraction, as Double.toString writes it
 * number    4.236         4.2360679, as Double.toString writes it
 * amount    1,234.50      1234.5005, all digits; the currency stands in the name of the column
 * estimate  1,234.50      1234.5000000000002; likewise
 * date      2024-02-29    2024-02-29
 * }</pre>
 *
 * <p>Immutable. The functions should give the same value each time: a table asks them whenever it
 * is written.
 *
 * @param <T> the type of the rows
 */
public final class Column<T> {

  private static final int SHARE_DIGITS = 2;

  private final String name;
  private final boolean number;
  private final boolean optional;
  private final Function<? super T, Cell> cells;

  private Column(String name, boolean number, boolean optional, Function<? super T, Cell> cells) {
    this.name = name;
    this.number = number;
    this.optional = optional;
    this.cells = cells;
  }

  private static <T> Column<T> of(String name, boolean number, Function<? super T, Cell> cells) {
    return new Column<>(Plain.requireText("name", name), number, false, cells);
  }

  /**
   * Returns a column of names or words.
   *
   * @param name the heading
   * @param value the text of a row
   * @param <T> the type of the rows
   * @return the column
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T> Column<T> text(String name, Function<? super T, String> value) {
    requireNonNull(value, "value");
    return of(
        name,
        false,
        row -> {
          String text = requireNonNull(value.apply(row), name);
          return Cell.of(text, text);
        });
  }

  /**
   * Returns a column of counts.
   *
   * @param name the heading
   * @param value the count of a row
   * @param <T> the type of the rows
   * @return the column
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T> Column<T> count(String name, ToLongFunction<? super T> value) {
    requireNonNull(value, "value");
    return of(
        name,
        true,
        row -> {
          long count = value.applyAsLong(row);
          return Cell.of(Figures.count(count), Long.toString(count));
        });
  }

  /**
   * Returns a column of shares, shown per cent.
   *
   * @param name the heading
   * @param value the share of a row, a fraction
   * @param <T> the type of the rows
   * @return the column; writing it throws an IllegalArgumentException where a share is not finite
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T> Column<T> share(String name, ToDoubleFunction<? super T> value) {
    return share(name, SHARE_DIGITS, value);
  }

  /**
   * Returns a column of shares, shown per cent with a number of digits.
   *
   * @param name the heading
   * @param digits how many are shown after the point of the per cent, 0 to 9
   * @param value the share of a row, a fraction
   * @param <T> the type of the rows
   * @return the column; writing it throws an IllegalArgumentException where a share is not finite
   * @throws IllegalArgumentException if the name is blank or the digits are out of range
   */
  public static <T> Column<T> share(String name, int digits, ToDoubleFunction<? super T> value) {
    requireDigits(digits);
    return doubles(name, value, share -> Figures.decimals(100 * share, digits) + " %");
  }

  private static void requireDigits(int digits) {
    if (digits < 0 || digits > 9) {
      throw new IllegalArgumentException("digits (" + digits + ") must be from 0 to 9");
    }
  }

  /**
   * Returns a column of numbers that are no shares, such as ratios, days and statistics.
   *
   * @param name the heading, with the unit where there is one
   * @param digits how many are shown after the point, 0 to 9; a number that would round to 0 is
   *     shown as under the least of them
   * @param value the number of a row
   * @param <T> the type of the rows
   * @return the column; writing it throws an IllegalArgumentException where a number is not finite
   * @throws IllegalArgumentException if the name is blank or the digits are out of range
   */
  public static <T> Column<T> number(String name, int digits, ToDoubleFunction<? super T> value) {
    requireDigits(digits);
    return doubles(name, value, number -> Figures.decimals(number, digits));
  }

  private static <T> Column<T> doubles(
      String name, ToDoubleFunction<? super T> value, Function<Double, String> shown) {
    requireNonNull(value, "value");
    return of(
        name,
        true,
        row -> {
          double number = value.applyAsDouble(row) + 0.0;
          if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(name + " (" + number + ") must be finite");
          }
          return Cell.of(shown.apply(number), Double.toString(number));
        });
  }

  /**
   * Returns a column of exact amounts of one currency.
   *
   * @param name the heading, to which the code of the currency is added
   * @param currency the currency of all rows
   * @param value the amount of a row
   * @param <T> the type of the rows
   * @return the column; writing it throws a {@link CurrencyMismatchException} where the currency is
   *     another
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T> Column<T> amount(
      String name, Currency currency, Function<? super T, Money> value) {
    requireNonNull(value, "value");
    return of(
        withCode(name, currency),
        true,
        row -> {
          Money amount = requireNonNull(value.apply(row), name);
          requireCurrency(name, amount.currency(), currency);
          return Cell.of(
              Figures.amount(amount.amount(), currency), amount.amount().toPlainString());
        });
  }

  /**
   * Returns a column of estimated amounts of one currency.
   *
   * @param name the heading, to which the code of the currency is added
   * @param currency the currency of all rows
   * @param value the estimate of a row
   * @param <T> the type of the rows
   * @return the column; writing it throws a {@link CurrencyMismatchException} where the currency is
   *     another
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T> Column<T> estimate(
      String name, Currency currency, Function<? super T, MonetaryEstimate> value) {
    requireNonNull(value, "value");
    return of(
        withCode(name, currency),
        true,
        row -> {
          MonetaryEstimate estimate = requireNonNull(value.apply(row), name);
          requireCurrency(name, estimate.currency(), currency);
          return Cell.of(
              Figures.amount(Figures.exact(estimate.amount()), currency),
              Double.toString(estimate.amount() + 0.0));
        });
  }

  /**
   * Returns a column of dates.
   *
   * @param name the heading
   * @param value the date of a row
   * @param <T> the type of the rows
   * @return the column
   * @throws IllegalArgumentException if the name is blank
   */
  public static <T> Column<T> date(String name, Function<? super T, LocalDate> value) {
    return text(name, row -> value.apply(row).toString());
  }

  /**
   * Returns this column for rows that hold what it needs.
   *
   * @param part takes it from a row
   * @param <S> the type of the rows
   * @return a column of the same name and kind
   */
  public <S> Column<S> of(Function<? super S, ? extends T> part) {
    requireNonNull(part, "part");
    return new Column<>(name, number, optional, row -> cell(part.apply(row)));
  }

  /**
   * Returns this column for rows that may lack what it needs. Such a cell is no zero: people see a
   * hyphen and the reason under the table, CSV has no characters and the reason in its last column.
   *
   * @param part takes it from a row
   * @param whyEmpty the reason where it is empty
   * @param <S> the type of the rows
   * @return a column of the same name and kind
   */
  public <S> Column<S> ofOptional(
      Function<? super S, ? extends Optional<? extends T>> part, String whyEmpty) {
    requireNonNull(whyEmpty, "whyEmpty");
    return ofOptional(part, row -> whyEmpty);
  }

  /**
   * Returns this column for rows that may lack what it needs, each for its own reason.
   *
   * @param part takes it from a row
   * @param whyEmpty the reason of a row where it is empty
   * @param <S> the type of the rows
   * @return a column of the same name and kind
   */
  public <S> Column<S> ofOptional(
      Function<? super S, ? extends Optional<? extends T>> part,
      Function<? super S, String> whyEmpty) {
    requireNonNull(part, "part");
    requireNonNull(whyEmpty, "whyEmpty");
    return new Column<>(
        name,
        number,
        true,
        row -> {
          Optional<? extends T> value = part.apply(row);
          return value.isPresent() ? cell(value.get()) : Cell.empty(whyEmpty.apply(row));
        });
  }

  /**
   * Returns the heading.
   *
   * @return the name, with the code of the currency where there is one
   */
  public String name() {
    return name;
  }

  boolean isNumber() {
    return number;
  }

  boolean isOptional() {
    return optional;
  }

  Cell cell(T row) {
    return cells.apply(row);
  }

  private static String withCode(String name, Currency currency) {
    return Plain.requireText("name", name) + " " + requireNonNull(currency, "currency");
  }

  private static void requireCurrency(String name, Currency actual, Currency expected) {
    if (!actual.equals(expected)) {
      throw new CurrencyMismatchException(expected, actual, name);
    }
  }

  /**
   * Returns the heading.
   *
   * @return the name, with the code of the currency where there is one
   */
  @Override
  public String toString() {
    return name;
  }
}
