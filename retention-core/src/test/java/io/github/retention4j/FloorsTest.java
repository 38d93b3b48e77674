package io.github.retention4j;

import static io.github.retention4j.CompiledHouse.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the house to its floors: an import goes to a lower floor, and each was decided.
 *
 * <p>The compiled classes are asked, by {@code jdeps}, not the sources. One thing they cannot tell:
 * the use of a constant of another package, which the compiler copies.
 */
class FloorsTest {

  /** Packages from the ground up. An import goes to a lower line only, never along one. */
  private static final String FLOORS =
      """
      0: time money customer internal.numeric
      1: stats activity internal.text
      2: retention revenue benchmark feedback estimation
      3: cohort lifecycle subscription internal.mle
      4: survival purchase renewal
      5: clv
      6: segment attention concentration economics
      7: report
      """;

  /**
   * Which package imports which today, such as {@code activity: customer time}. A new edge is a
   * decision, made in the same commit as its line here.
   */
  private static final String EDGES =
      """
      activity: customer internal.numeric money time
      attention: activity customer internal.text lifecycle money purchase stats time
      benchmark: stats time
      clv: activity cohort customer estimation internal.numeric money purchase retention stats time
      cohort: activity customer internal.numeric money stats time
      concentration: activity customer internal.numeric internal.text money stats
      economics: clv internal.numeric money retention stats time
      estimation: internal.numeric stats
      feedback: activity customer internal.numeric internal.text money stats time
      internal.mle: estimation internal.numeric
      internal.text: money
      lifecycle: activity customer stats time
      purchase: activity customer estimation internal.mle internal.numeric money stats time
      renewal: estimation internal.mle internal.numeric
      report: attention benchmark clv cohort concentration customer economics estimation feedback internal.text \
      lifecycle money purchase retention revenue segment stats subscription survival time
      retention: activity customer internal.numeric stats time
      revenue: activity customer internal.numeric internal.text money stats time
      segment: customer estimation internal.mle internal.numeric internal.text stats
      stats: internal.numeric
      subscription: activity customer internal.numeric internal.text money revenue stats time
      survival: activity customer estimation internal.mle internal.numeric internal.text money retention revenue stats time
      """;

  /** Libraries that every package may import. */
  private static final Set<String> OPEN_LIBRARIES =
      Set.of("java", "javax.xml.stream", "org.jspecify.annotations");

  /** Libraries that only packages below {@code internal} may import. */
  private static final Set<String> INTERNAL_LIBRARIES =
      Set.of("org.apache.commons.math3", "org.apache.commons.numbers", "org.slf4j");

  @Test
  void eachPackageHasAFloor() {
    assertThat(CompiledHouse.packages())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(floors())
                    .as(shortName(name) + " needs a floor: see FloorsTest.FLOORS")
                    .containsKey(shortName(name)));
  }

  @Test
  void importsGoDownAndEachWasDecided() {
    assertThat(importProblems(importsInHouse(), parse(EDGES))).isEmpty();
  }

  @Test
  void librariesAreImportedWhereTheyBelong() {
    assertThat(libraryProblems(CompiledHouse.imports())).isEmpty();
  }

  // The rules, tried on houses that break them.

  @Test
  void refusesAnImportUpwards() {
    assertThat(importProblems(parse("time: cohort"), parse("time: cohort")))
        .containsExactly("time (floor 0) must not import cohort (floor 3): imports go down only");
  }

  @Test
  void refusesAnImportBetweenNeighbours() {
    String neighbours =
        """
        cohort: internal.mle
        money: time
        time: internal.numeric
        """;
    assertThat(importProblems(parse(neighbours), parse(neighbours)))
        .containsExactly(
            "cohort (floor 3) must not import internal.mle (floor 3): imports go down only",
            "money (floor 0) must not import time (floor 0): imports go down only",
            "time (floor 0) must not import internal.numeric (floor 0): imports go down only");
  }

  @Test
  void refusesAnImportThatNobodyDecided() {
    assertThat(importProblems(parse("cohort: activity time"), parse("cohort: time")))
        .containsExactly(
            "cohort -> activity is new. Should cohort rest on activity? If so, add activity to"
                + " the line of cohort in FloorsTest.EDGES in the commit that brings the import,"
                + " and say why in its message; if not, take the import away");
  }

  @Test
  void refusesADecisionThatLapsed() {
    assertThat(importProblems(parse("cohort: time"), parse("clv: stats\ncohort: activity time")))
        .containsExactly(
            "clv -> stats stands in FloorsTest.EDGES and is no longer imported: take it out there",
            "cohort -> activity stands in FloorsTest.EDGES and is no longer imported: take it out"
                + " there");
  }

  @Test
  void refusesAPackageWithoutAFloor() {
    String edges = "(root): time\ncohort: time.util\nhelper: time";
    assertThat(importProblems(parse(edges), parse(edges)))
        .containsExactly(
            "(root) -> time: (root) needs a floor: see FloorsTest.FLOORS",
            "cohort -> time.util: time.util needs a floor: see FloorsTest.FLOORS",
            "helper -> time: helper needs a floor: see FloorsTest.FLOORS");
  }

  @Test
  void acceptsWhatWasDecidedAndGoesDown() {
    String edges = "internal.mle: internal.numeric\nreport: cohort time";
    assertThat(importProblems(parse(edges), parse(edges))).isEmpty();
  }

  @Test
  void refusesALibraryOutOfPlace() {
    String imports =
        """
        io.github.retention4j.internal.mle: org.apache.commons.math3.optim org.slf4j com.acme
        io.github.retention4j.survival: java.util org.jspecify.annotations javax.swing \
        org.apache.commons.math3.special org.apache.commons.numbers.gamma org.slf4j org.slf4jx
        """;
    assertThat(libraryProblems(parse(imports)))
        .containsExactly(
            "internal.mle must not import com.acme: FloorsTest does not list it as a library",
            "survival must not import javax.swing: FloorsTest does not list it as a library",
            "survival must not import org.apache.commons.math3.special: it is for internal only",
            "survival must not import org.apache.commons.numbers.gamma: it is for internal only",
            "survival must not import org.slf4j: it is for internal only",
            "survival must not import org.slf4jx: FloorsTest does not list it as a library");
  }

  private static List<String> importProblems(
      SortedMap<String, SortedSet<String>> edges, SortedMap<String, SortedSet<String>> decided) {
    List<String> problems = new ArrayList<>();
    edges.forEach((from, tos) -> tos.forEach(to -> importProblem(from, to, decided, problems)));
    decided.forEach(
        (from, tos) -> {
          for (String to : tos) {
            if (!has(edges, from, to)) {
              problems.add(
                  from
                      + " -> "
                      + to
                      + " stands in FloorsTest.EDGES and is no longer imported: take it out there");
            }
          }
        });
    return problems;
  }

  private static void importProblem(
      String from, String to, SortedMap<String, SortedSet<String>> decided, List<String> problems) {
    Map<String, Integer> floors = floors();
    for (String name : List.of(from, to)) {
      if (!floors.containsKey(name)) {
        problems.add(from + " -> " + to + ": " + name + " needs a floor: see FloorsTest.FLOORS");
        return;
      }
    }
    int fromFloor = floors.getOrDefault(from, -1);
    int toFloor = floors.getOrDefault(to, -1);
    if (toFloor >= fromFloor) {
      problems.add(
          "%s (floor %d) must not import %s (floor %d): imports go down only"
              .formatted(from, fromFloor, to, toFloor));
    } else if (!has(decided, from, to)) {
      problems.add(
          ("%1$s -> %2$s is new. Should %1$s rest on %2$s? If so, add %2$s to the line of %1$s in"
                  + " FloorsTest.EDGES in the commit that brings the import, and say why in its"
                  + " message; if not, take the import away")
              .formatted(from, to));
    }
  }

  private static List<String> libraryProblems(SortedMap<String, SortedSet<String>> imports) {
    List<String> problems = new ArrayList<>();
    imports.forEach(
        (from, tos) -> {
          for (String to : tos) {
            String problem = shortName(from) + " must not import " + to + ": ";
            if (isOf(INTERNAL_LIBRARIES, to)) {
              if (!CompiledHouse.isInternal(from)) {
                problems.add(problem + "it is for internal only");
              }
            } else if (!CompiledHouse.isInHouse(to) && !isOf(OPEN_LIBRARIES, to)) {
              problems.add(problem + "FloorsTest does not list it as a library");
            }
          }
        });
    return problems;
  }

  private static boolean isOf(Set<String> libraries, String name) {
    return libraries.stream().anyMatch(it -> name.equals(it) || name.startsWith(it + "."));
  }

  private static SortedMap<String, SortedSet<String>> importsInHouse() {
    SortedMap<String, SortedSet<String>> edges = new TreeMap<>();
    CompiledHouse.imports()
        .forEach(
            (from, tos) ->
                tos.stream()
                    .filter(CompiledHouse::isInHouse)
                    .forEach(
                        to ->
                            edges
                                .computeIfAbsent(shortName(from), k -> new TreeSet<>())
                                .add(shortName(to))));
    return edges;
  }

  private static Map<String, Integer> floors() {
    Map<String, Integer> floors = new HashMap<>();
    parse(FLOORS)
        .forEach((floor, names) -> names.forEach(name -> floors.put(name, Integer.valueOf(floor))));
    return floors;
  }

  private static String shortName(String packageName) {
    return packageName.equals(ROOT) ? "(root)" : packageName.replace(ROOT + ".", "");
  }

  private static boolean has(SortedMap<String, SortedSet<String>> edges, String from, String to) {
    return edges.getOrDefault(from, new TreeSet<>()).contains(to);
  }

  /** Reads lines of the form {@code name: name name}. */
  private static SortedMap<String, SortedSet<String>> parse(String lines) {
    SortedMap<String, SortedSet<String>> table = new TreeMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              String[] sides = line.split(":", -1);
              table.put(sides[0].strip(), new TreeSet<>(List.of(sides[1].strip().split("\\s+"))));
            });
    return table;
  }
}
