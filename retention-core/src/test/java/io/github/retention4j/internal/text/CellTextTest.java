package io.github.retention4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

  private static String of(String hexadecimal) {
    return Character.toString(Integer.parseInt(hexadecimal, 16));
  }

  /** The ends of each stretch of characters that turn the direction, and their neighbours. */
  @ParameterizedTest
  @CsvSource({
    "200D, false",
    "200E, true",
    "200F, true",
    "2010, false",
    "2027, false",
    "202A, true",
    "202E, true",
    "202F, false",
    "2065, false",
    "2066, true",
    "2069, true",
    "206A, false",
    "2028, true",
    "2029, true",
    "0007, true",
    "D800, true",
    "0041, false",
    "1F600, false"
  })
  void showsWhatBreaksARowAsAnEscape(String codePoint, boolean escaped) {
    String text = "a" + of(codePoint) + "b";
    assertThat(CellText.escaped(text)).isEqualTo(escaped ? "a\\u" + codePoint + "b" : text);
  }

  @ParameterizedTest
  @CsvSource({"A, \\n", "D, \\r", "9, \\t"})
  void showsTheUsualOnesByTheirNames(String codePoint, String name) {
    assertThat(CellText.escaped(of(codePoint))).isEqualTo(name);
  }

  /** The ends of what is wide, hidden or neither, and their neighbours. */
  @ParameterizedTest
  @CsvSource({
    "41, 1",
    "AD, 0",
    "2FF, 1",
    "300, 0",
    "36F, 0",
    "370, 1",
    "10FF, 1",
    "1100, 2",
    "115F, 2",
    "1160, 0",
    "11FF, 0",
    "1200, 1",
    "200B, 0",
    "20DD, 0",
    "2E7F, 1",
    "2E80, 2",
    "303E, 2",
    "303F, 1",
    "4DBF, 2",
    "4DC0, 1",
    "4E00, 2",
    "AC00, 2",
    "D7A3, 2",
    "D7A4, 1",
    "FF00, 2",
    "FF60, 2",
    "FF61, 1",
    "1F300, 2",
    "1F600, 2",
    "20000, 2",
    "3FFFD, 2",
    "40000, 1"
  })
  void countsTheColumnsOfACharacter(String codePoint, int columns) {
    assertThat(CellText.width(of(codePoint))).isEqualTo(columns);
    assertThat(CellText.width("a" + of(codePoint) + "b")).isEqualTo(columns + 2);
  }
}
