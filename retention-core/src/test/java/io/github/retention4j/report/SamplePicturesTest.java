package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every picture must keep, whatever it shows. */
class SamplePicturesTest {

  private static final Map<String, Picture> PICTURES = SamplePictures.all();

  static Stream<Arguments> pictures() {
    return PICTURES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void holdsNothingButShapesAndText(String name, Picture picture) {
    assertThat(SvgPage.of(picture).names())
        .as(name)
        .isSubsetOf(
            "circle",
            "defs",
            "desc",
            "g",
            "line",
            "linearGradient",
            "path",
            "pattern",
            "rect",
            "stop",
            "svg",
            "text",
            "title");
    assertThat(picture.toSvg()).doesNotContain("href", "NaN", "Infinity");
    assertThat(picture.title()).isNotBlank();
    assertThat(picture.description()).isNotBlank().endsWith(".");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void textsDoNotTouchEachOther(String name, Picture picture) {
    List<Box> boxes = boxes(picture);
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(boxes.get(i).touches(boxes.get(j)))
            .as("%s: %s and %s", name, boxes.get(j), boxes.get(i))
            .isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void textsStayOnTheSheet(String name, Picture picture) {
    assertThat(boxes(picture))
        .as(name)
        .allSatisfy(
            box -> {
              assertThat(box.left()).isGreaterThanOrEqualTo(0);
              assertThat(box.right()).isLessThanOrEqualTo(picture.width());
              assertThat(box.top()).isGreaterThanOrEqualTo(0);
              assertThat(box.bottom()).isLessThanOrEqualTo(picture.height());
            });
  }

  /** A dark picture is the light one in other colours. */
  @Test
  void themesDifferInColoursOnly() {
    Map<String, Picture> light = SamplePictures.named(PictureStyle.defaults());
    SamplePictures.named(PictureStyle.defaults().with(Theme.DARK))
        .forEach(
            (name, dark) ->
                assertThat(colourless(dark))
                    .isEqualTo(colourless(requireNonNull(light.get(name)))));
  }

  private static String colourless(Picture picture) {
    return picture.toSvg().replaceAll("#[0-9a-f]{6}", "#");
  }

  /** A text and the room it is thought to need; slanted ones are left out. */
  private record Box(String text, double left, double right, double top, double bottom) {

    static Box of(Element element) {
      String text = SvgPage.seen(element);
      double size = SvgPage.number(element, "font-size");
      double width = Texts.width(text, size);
      double x = SvgPage.number(element, "x");
      double y = SvgPage.number(element, "y");
      double left =
          switch (element.getAttribute("text-anchor")) {
            case "middle" -> x - width / 2;
            case "end" -> x - width;
            default -> x;
          };
      return new Box(text, left, left + width, y - 0.75 * size, y + 0.2 * size);
    }

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static List<Box> boxes(Picture picture) {
    List<Box> boxes = new ArrayList<>();
    for (Element text : SvgPage.of(picture).all("text")) {
      if (!text.getParentNode().getNodeName().equals("g")) {
        boxes.add(Box.of(text));
      }
    }
    return boxes;
  }
}
