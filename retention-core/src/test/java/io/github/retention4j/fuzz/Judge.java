package io.github.retention4j.fuzz;

import io.github.retention4j.CompiledHouse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says what is wrong with what a call gave or threw, if anything is. */
final class Judge {

  private final Documented documented = new Documented();

  /** A fault, unless it is an exception with which an entry may answer these arguments. */
  Optional<String> fault(Call call, Throwable thrown) {
    return mayThrow(call, thrown) ? Optional.empty() : Optional.of(placed(thrown));
  }

  /** A fault if the result is null, or if it or what it holds is not a number. */
  Optional<String> fault(Object result) {
    if (result == null) {
      return Optional.of("gave null");
    }
    return holdsNaN(result) ? Optional.of("gave NaN: " + Call.shown(result)) : Optional.empty();
  }

  private boolean mayThrow(Call call, Throwable thrown) {
    if (thrown instanceof NullPointerException) {
      return call.arguments().stream().anyMatch(Judge::holdsNull);
    }
    if (thrown instanceof OutOfMemoryError) {
      return call.asksForMuch();
    }
    // The watch has broken the call off, and has said why.
    if (thrown instanceof ThreadDeath) {
      return true;
    }
    // A Fit of another model, which the compiler would have refused.
    if (thrown instanceof ClassCastException) {
      return true;
    }
    // One of Java's own would not say which argument must be what.
    if (thrown instanceof IllegalArgumentException) {
      StackTraceElement[] stack = thrown.getStackTrace();
      return stack.length == 0 || stack[0].getClassName().startsWith(CompiledHouse.ROOT);
    }
    return documented.allows(call.entry(), thrown);
  }

  private static String placed(Throwable thrown) {
    String place =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(CompiledHouse.ROOT))
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .findFirst()
            .orElse("nowhere");
    return "threw " + thrown.getClass().getName() + " at " + place + ": " + thrown.getMessage();
  }

  private static boolean holdsNull(Object value) {
    if (value instanceof Map<?, ?> map) {
      return holdsNull(map.keySet()) || holdsNull(map.values());
    } else if (value instanceof Collection<?> items) {
      return items.stream().anyMatch(Judge::holdsNull);
    } else if (value instanceof Object[] items) {
      return Arrays.stream(items).anyMatch(Judge::holdsNull);
    }
    return value == null;
  }

  private static boolean holdsNaN(Object value) {
    if (value instanceof Double number) {
      return number.isNaN();
    } else if (value instanceof OptionalDouble number) {
      return number.isPresent() && Double.isNaN(number.getAsDouble());
    } else if (value instanceof Optional<?> box) {
      return box.isPresent() && holdsNaN(box.get());
    } else if (value instanceof Map<?, ?> map) {
      return holdsNaN(map.keySet()) || holdsNaN(map.values());
    } else if (value instanceof Collection<?> items) {
      return items.stream().filter(Objects::nonNull).anyMatch(Judge::holdsNaN);
    } else if (value instanceof CharSequence text) {
      return text.toString().contains("NaN");
    } else if (value.getClass().isArray() && !value.getClass().getComponentType().isPrimitive()) {
      return holdsNaN(Arrays.asList((Object[]) value));
    } else if (value instanceof double[] numbers) {
      return Arrays.stream(numbers).anyMatch(Double::isNaN);
    }
    return false;
  }
}
