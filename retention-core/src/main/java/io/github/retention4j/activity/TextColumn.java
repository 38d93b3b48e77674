package io.github.retention4j.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A text that some events have, held as its number in a dictionary. */
final class TextColumn {

  private static final int NONE = 0;

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> codeOf = new HashMap<>();
  private int[] codes = {};

  void put(int event, String text) {
    if (event >= codes.length) {
      codes = Arrays.copyOf(codes, Math.addExact(event + 1, event >> 1));
    }
    codes[event] = addText(text);
  }

  private int addText(String text) {
    return codeOf.computeIfAbsent(
        text,
        key -> {
          texts.add(key);
          return texts.size();
        });
  }

  /** Returns the text of an event; empty if it has none. */
  Optional<String> get(int event) {
    int code = codeAt(event);
    return code == NONE ? Optional.empty() : Optional.of(texts.get(code - 1));
  }

  private int codeAt(int event) {
    return event < codes.length ? codes[event] : NONE;
  }

  /** Returns those of the first events that have a text, in order. */
  int[] eventsWith(String text, int events) {
    int code = codeOf.getOrDefault(text, NONE);
    int[] found = new int[code == NONE ? 0 : events];
    int count = 0;
    for (int event = 0; event < found.length; event++) {
      if (codeAt(event) == code) {
        found[count++] = event;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Returns the first events by their text, those without one under a name, each in order. */
  SortedMap<String, int[]> groups(int events, String withoutText) {
    int same = codeOf.getOrDefault(withoutText, NONE);
    int[] groupOf = new int[events];
    Arrays.setAll(groupOf, event -> codeAt(event) == same ? NONE : codeAt(event));
    int[] sizes = new int[texts.size() + 1];
    for (int group : groupOf) {
      sizes[group]++;
    }
    int[][] members = new int[sizes.length][];
    Arrays.setAll(members, group -> new int[sizes[group]]);
    for (int event = events - 1; event >= 0; event--) {
      members[groupOf[event]][--sizes[groupOf[event]]] = event;
    }
    SortedMap<String, int[]> groups = new TreeMap<>();
    for (int group = 0; group < members.length; group++) {
      if (members[group].length > 0) {
        groups.put(group == NONE ? withoutText : texts.get(group - 1), members[group]);
      }
    }
    return groups;
  }

  /** Takes the texts of other events, to stand behind those here. */
  void append(int before, TextColumn other, int events) {
    if (other.texts.isEmpty()) {
      return;
    }
    int[] codeHere = new int[other.texts.size() + 1];
    for (int code = 1; code < codeHere.length; code++) {
      codeHere[code] = addText(other.texts.get(code - 1));
    }
    if (before + events > codes.length) {
      codes = Arrays.copyOf(codes, Math.max(before + events, before + (before >> 1)));
    }
    for (int event = 0; event < events; event++) {
      codes[before + event] = codeHere[other.codeAt(event)];
    }
  }

  TextColumn reordered(int[] order) {
    TextColumn target = new TextColumn();
    if (texts.isEmpty()) {
      return target;
    }
    int[] codeThere = new int[texts.size() + 1];
    target.codes = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int code = codeAt(order[i]);
      if (code != NONE && codeThere[code] == NONE) {
        codeThere[code] = target.addText(texts.get(code - 1));
      }
      target.codes[i] = codeThere[code];
    }
    return target;
  }
}
