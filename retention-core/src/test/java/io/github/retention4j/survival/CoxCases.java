package io.github.retention4j.survival;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The data of the reference cases of Cox regression, as samples and covariates. */
record CoxCases(LifetimeSample sample, CovariateTable covariates) {

  static CoxCases of(String id) {
    return switch (id.substring(0, id.indexOf(':'))) {
      case "aml_x" -> {
        List<Map<String, String>> rows = rows("aml", row -> true);
        yield new CoxCases(
            sample(rows, "1"),
            CovariateTable.ofRows(rows.size()).withFactor("x", texts(rows, "x"), "Maintained"));
      }
      case "lung_age_sex_ecog" -> {
        List<Map<String, String>> rows = rows("lung", row -> !"".equals(row.get("ph.ecog")));
        yield new CoxCases(sample(rows, "2"), numbers(rows, "age", "sex", "ph.ecog"));
      }
      case "veteran_full" -> {
        List<Map<String, String>> rows = rows("veteran", row -> true);
        CovariateTable table =
            numbers(rows, "trt")
                .withFactor("celltype", texts(rows, "celltype"), "squamous")
                .withNumbers("karno", values(rows, "karno"))
                .withNumbers("diagtime", values(rows, "diagtime"))
                .withNumbers("age", values(rows, "age"))
                .withNumbers("prior", values(rows, "prior"));
        yield new CoxCases(sample(rows, "1"), table);
      }
      case "veteran_strata_celltype" -> {
        List<Map<String, String>> rows = rows("veteran", row -> true);
        yield new CoxCases(
            sample(rows, "1").withStrata("celltype", texts(rows, "celltype")),
            numbers(rows, "trt", "karno"));
      }
      case "heart_timedep" -> heart();
      case "lung_robust", "lung_weighted" -> lung(id.startsWith("lung_weighted"));
      case "lung_offset" -> {
        List<Map<String, String>> rows = rows("lung", row -> true);
        double[] offset = values(rows, "age");
        Arrays.setAll(offset, row -> offset[row] / 50);
        yield new CoxCases(sample(rows, "2"), numbers(rows, "sex").withNumbers("age/50", offset));
      }
      default -> throw new IllegalArgumentException(id);
    };
  }

  private static CoxCases heart() {
    List<Map<String, String>> rows = rows("heart", row -> true);
    boolean[] left = new boolean[rows.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = "1".equals(rows.get(i).get("event"));
    }
    return new CoxCases(
        LifetimeSample.entering(TimeScale.DAY, values(rows, "start"), values(rows, "stop"), left),
        numbers(rows, "age", "year", "surgery", "transplant"));
  }

  private static CoxCases lung(boolean weighted) {
    List<Map<String, String>> rows = rows("lung", row -> true);
    LifetimeSample sample = sample(rows, "2");
    if (weighted) {
      double[] weights =
          texts(rows, "inst").stream()
              .mapToDouble(inst -> inst.isEmpty() ? 1 : Integer.parseInt(inst) % 3 + 1)
              .toArray();
      sample = sample.withWeights(weights);
    }
    return new CoxCases(sample, numbers(rows, "age", "sex"));
  }

  private static LifetimeSample sample(List<Map<String, String>> rows, String event) {
    boolean[] left = new boolean[rows.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = event.equals(rows.get(i).get("status"));
    }
    return LifetimeSample.fromStart(TimeScale.DAY, values(rows, "time"), left);
  }

  private static CovariateTable numbers(List<Map<String, String>> rows, String... names) {
    CovariateTable table = CovariateTable.ofRows(rows.size());
    for (String name : names) {
      table = table.withNumbers(name, values(rows, name));
    }
    return table;
  }

  private static double[] values(List<Map<String, String>> rows, String name) {
    return texts(rows, name).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> texts(List<Map<String, String>> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static List<Map<String, String>> rows(String data, Predicate<Map<String, String>> kept) {
    try {
      List<String> lines = Files.readAllLines(SharedFiles.require("data/" + data + ".csv"));
      String[] header = fields(lines.get(0));
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = fields(line);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], fields[i]);
        }
        if (kept.test(row)) {
          rows.add(row);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] fields(String line) {
    return line.replace("\"", "").split(",", -1);
  }

  /** The numbers of a node, one or a list. */
  static double[] numbers(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray()
        : new double[] {node.asDouble()};
  }

  static List<String> texts(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** The column that R names with the level right after the factor. */
  String column(String nameInR) {
    return covariates.names().stream()
        .filter(name -> name.replace("=", "").equals(nameInR))
        .findFirst()
        .orElseThrow();
  }
}
