package io.github.retention4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the pages to what there is: classes, members and links that they name, and their parts. */
class DocumentationTest {

  /** Columns of tables that name classes. */
  private static final List<String> CLASS_COLUMNS = List.of("Here", "Where");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAME =
      Pattern.compile("(?:([a-z]+(?:\\.[a-z]+)*)\\.)?([A-Z]\\w*)(?:\\.(\\w+)(?:\\(\\))?)?");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  @ParameterizedTest
  @ValueSource(strings = {"GLOSSARY.md", "MIGRATION.md", "../README.md"})
  void whatATableNamesIsThere(String file) {
    List<String> names = namesIn(page(file));
    assertThat(names).hasSizeGreaterThan(20);
    assertThat(names).allSatisfy(name -> assertThat(exists(name)).as(name).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLOSSARY.md", "MIGRATION.md", "../README.md"})
  void linksLeadSomewhere(String file) {
    String text = page(file);
    Path folder = Path.of(file).toAbsolutePath().getParent();
    Stream<String> links = LINK.matcher(text).results().map(link -> link.group(1));
    assertThat(links.filter(link -> !link.startsWith("https://")))
        .allSatisfy(link -> assertThat(leads(link, text, folder)).as(link).isTrue());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void eachPackageHasAPage(String name) {
    assertThat(Pages.ofPackage(name))
        .contains("{@link", "<p>Definitions:", "<p>Worked number:", "<p>Trap:", "<p>Source:");
  }

  @Test
  void findsWhatIsNotThere() {
    String table = "| Name | Where |\n|---|---|\n| `Nobody` | `stats.Proportion`, `Nowhere` |\n";
    assertThat(namesIn(table)).containsExactly("stats.Proportion", "Nowhere");
    assertThat(exists("stats.Proportion")).isTrue();
    assertThat(exists("Proportion.complement()")).isTrue();
    assertThat(exists("money.Proportion")).isFalse();
    assertThat(exists("Proportion.nothing()")).isFalse();
    assertThat(exists("Nowhere")).isFalse();
    assertThat(leads("nowhere.md", "", Path.of("."))).isFalse();
    assertThat(leads("#here-too", "## Here, too\n", Path.of("."))).isTrue();
  }

  static Stream<String> packages() {
    return CompiledHouse.packages().stream()
        .filter(name -> !CompiledHouse.isInternal(name))
        .map(name -> name.substring(CompiledHouse.ROOT.length() + 1));
  }

  private static String page(String file) {
    assumeTrue(Files.isRegularFile(Path.of(file)), () -> file + " is not here");
    return Pages.read(Path.of(file));
  }

  /** The names in code quotes in the columns that name classes. */
  private static List<String> namesIn(String page) {
    List<String> names = new ArrayList<>();
    List<Integer> columns = List.of();
    for (String line : page.lines().toList()) {
      List<String> cells = line.startsWith("|") ? List.of(line.split("\\|")) : List.of();
      List<String> headings = cells.stream().map(String::strip).toList();
      if (cells.isEmpty() || headings.stream().anyMatch(CLASS_COLUMNS::contains)) {
        columns =
            IntStream.range(0, headings.size())
                .filter(column -> CLASS_COLUMNS.contains(headings.get(column)))
                .boxed()
                .toList();
      } else {
        columns.stream()
            .filter(column -> column < cells.size())
            .flatMap(column -> CODE.matcher(cells.get(column)).results())
            .map(code -> code.group(1))
            .forEach(names::add);
      }
    }
    return names;
  }

  private static boolean exists(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        && CompiledHouse.classes().stream()
            .filter(CompiledHouse::isVisible)
            .filter(type -> type.getSimpleName().equals(parts.group(2)))
            .filter(type -> parts.group(1) == null || isIn(type, parts.group(1)))
            .anyMatch(type -> parts.group(3) == null || has(type, parts.group(3)));
  }

  private static boolean isIn(Class<?> type, String shortPackage) {
    return type.getPackageName().equals(CompiledHouse.ROOT + "." + shortPackage);
  }

  private static boolean has(Class<?> type, String member) {
    Stream<Member> members =
        Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()));
    return members.anyMatch(each -> each.getName().equals(member))
        || Arrays.stream(type.getClasses()).anyMatch(in -> in.getSimpleName().equals(member));
  }

  private static boolean leads(String link, String page, Path folder) {
    if (!link.startsWith("#")) {
      return Files.exists(folder.resolve(link.replaceFirst("#.*", "")));
    }
    return Pattern.compile("(?m)^#+ (.*)$")
        .matcher(page)
        .results()
        .map(DocumentationTest::anchor)
        .anyMatch(link.substring(1)::equals);
  }

  private static String anchor(MatchResult heading) {
    return heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
  }
}
