package io.github.retention4j.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Active in at least one period of a bracket of ages; of amounts, those of all its periods. Columns
 * are the brackets.
 *
 * <p>A cell is observed once every period of its bracket is over. Example: a, b and c begin on 1
 * June, a is back on 3 June, b on 3 and 5 June, the end of observation is 8 June.
 *
 * <pre>{@code
 * bracket          0     1-3    4-6    7-30
 * of 1 June       3/3    2/3    1/3    not yet observed
 * }</pre>
 *
 * @param brackets in ascending order, each from the age after the last of the one before; the first
 *     may begin after age 0
 */
public record AgeBrackets(List<AgeBracket> brackets) implements CohortMeasure, CohortAmountMeasure {

  private static final Pattern BRACKET = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  /**
   * Checks that brackets adjoin.
   *
   * @param brackets in ascending order, each from the age after the last of the one before
   * @throws IllegalArgumentException if there is none, or two overlap or leave a gap
   */
  public AgeBrackets {
    brackets = List.copyOf(brackets);
    if (brackets.isEmpty()) {
      throw new IllegalArgumentException("brackets ([]) must be at least one");
    }
    for (int i = 1; i < brackets.size(); i++) {
      checkNext(brackets.get(i - 1), brackets.get(i));
    }
  }

  private static void checkNext(AgeBracket before, AgeBracket next) {
    if (next.first() <= before.last()) {
      throw new IllegalArgumentException(
          "bracket (" + next + ") must begin after the one before it (" + before + ")");
    }
    if (next.first() - 1 > before.last()) {
      throw new IllegalArgumentException(
          "bracket ("
              + next
              + ") must begin at "
              + (before.last() + 1)
              + ", without a gap after the one before it ("
              + before
              + ")");
    }
  }

  /**
   * Returns brackets written with commas between them.
   *
   * @param text for example {@code 0, 1-3, 4-7, 8-30}
   * @return the brackets
   * @throws IllegalArgumentException if a part is not an age or two ages with a hyphen, ends are
   *     swapped, or brackets overlap or leave a gap
   */
  public static AgeBrackets parse(String text) {
    List<AgeBracket> brackets = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = BRACKET.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "bracket (" + part.strip() + ") must be an age or a range of ages, such as 0 or 4-7");
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      brackets.add(new AgeBracket(first, last));
    }
    return new AgeBrackets(brackets);
  }
}
