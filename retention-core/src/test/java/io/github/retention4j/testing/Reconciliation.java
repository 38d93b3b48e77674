package io.github.retention4j.testing;

import io.github.retention4j.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Compares what must be equal, and notes each part that is not and by how much. */
final class Reconciliation {

  private final List<String> problems = new ArrayList<>();

  void same(String where, String name, long found, String other, long expected) {
    if (found != expected) {
      String off = ", off by " + (found - expected);
      problems.add(difference(where, name, found, other, expected) + off);
    }
  }

  void same(String where, String name, Money found, String other, Money expected) {
    if (!found.equals(expected)) {
      String off =
          found.currency().equals(expected.currency())
              ? ", off by " + found.minus(expected)
              : ", which is another currency";
      problems.add(difference(where, name, found, other, expected) + off);
    }
  }

  void same(String where, String name, Object found, String other, Object expected) {
    if (!found.equals(expected)) {
      problems.add(difference(where, name, found, other, expected));
    }
  }

  private static String difference(
      String where, String name, Object found, String other, Object expected) {
    return where + ": " + name + " (" + found + ") must be " + other + " (" + expected + ")";
  }

  void add(String problem) {
    problems.add(problem);
  }

  List<String> problems() {
    return problems;
  }
}
