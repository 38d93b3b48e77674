package io.github.retention4j.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of an entry; whether it asks for so much that it may take long; when it began, by the
 * clock and by what its thread had worked until then.
 */
record Call(
    Executable entry,
    Object receiver,
    List<Object> arguments,
    boolean asksForMuch,
    long startNanos,
    long startCpuNanos) {

  private static final int MOST_OF_A_STREAM = 10_000;
  private static final int MOST_OF_A_TEXT = 400;

  /** Calls the entry, and reads a lazy result to its end. */
  Object run() throws Throwable {
    try {
      Object result =
          entry instanceof Method method
              ? method.invoke(receiver, arguments.toArray())
              : ((Constructor<?>) entry).newInstance(arguments.toArray());
      return result instanceof BaseStream<?, ?> stream ? read(stream) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  boolean givesNothing() {
    return entry instanceof Method method && method.getReturnType() == void.class;
  }

  @Override
  public String toString() {
    String on = receiver == null ? "" : " of " + shown(receiver);
    return Entries.nameOf(entry)
        + arguments.stream().map(Call::shown).collect(Collectors.joining(", ", "(", ")"))
        + on;
  }

  static String shown(Object value) {
    String text;
    try {
      text = text(value);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      text = value.getClass().getSimpleName() + " that throws " + e;
    }
    return text.length() > MOST_OF_A_TEXT ? text.substring(0, MOST_OF_A_TEXT) + "..." : text;
  }

  private static String text(Object value) {
    if (value instanceof CharSequence letters) {
      return '"' + letters.toString() + '"';
    } else if (value instanceof Collection<?> items) {
      return items.stream().map(Call::shown).collect(Collectors.joining(", ", "[", "]"));
    } else if (value != null && value.getClass().isArray()) {
      Stream.Builder<Object> items = Stream.builder();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(Array.get(value, i));
      }
      return items.build().map(Call::shown).collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof Map<?, ?> || value == null
        ? String.valueOf(value)
        : value.getClass().getSimpleName() + " " + value;
  }

  private static Object read(BaseStream<?, ?> stream) {
    return stream instanceof Stream<?> objects
        ? objects.limit(MOST_OF_A_STREAM).collect(Collectors.toList())
        : stream;
  }
}
