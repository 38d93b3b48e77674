package io.github.retention4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What every public record holds: no part of it is null or no number, and what is refused is named.
 */
public final class RecordContract {

  private RecordContract() {}

  /**
   * Makes a record anew with each of its parts spoilt in turn.
   *
   * @param valid a record with nothing wrong in it
   */
  public static void check(Record valid) {
    RecordComponent[] components = valid.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Class<?> type = components[i].getType();
      if (!type.isPrimitive()) {
        refuses(valid, i, null, NullPointerException.class, "");
      }
      if (type == double.class) {
        refusesNumber(valid, i, Double.NaN);
      }
      if (type == OptionalDouble.class) {
        refusesNumber(valid, i, OptionalDouble.of(Double.NaN));
      }
    }
  }

  /**
   * Makes a record anew with each of its numbers spoilt in turn.
   *
   * @param valid a record with nothing wrong in it
   * @param bad numbers that none of its parts may be; whole ones are for its counts too
   */
  public static void checkNumbers(Record valid, double... bad) {
    RecordComponent[] components = valid.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Class<?> type = components[i].getType();
      for (double number : bad) {
        if (type == double.class) {
          refusesNumber(valid, i, number);
        } else if (type == long.class && number == (int) number) {
          refusesNumber(valid, i, (long) number);
        } else if (type == int.class && number == (int) number) {
          refusesNumber(valid, i, (int) number);
        }
      }
    }
  }

  private static void refusesNumber(Record valid, int place, Object bad) {
    String name = valid.getClass().getRecordComponents()[place].getName();
    refuses(valid, place, bad, IllegalArgumentException.class, name);
  }

  private static void refuses(
      Record valid,
      int place,
      @Nullable Object bad,
      Class<? extends Exception> exception,
      String said) {
    assertThatThrownBy(() -> remake(valid, place, bad))
        .as("%s with %s as part %s", valid, bad, place)
        .isInstanceOf(exception)
        .message()
        .contains(said);
  }

  private static void remake(Record valid, int place, @Nullable Object bad) throws Throwable {
    RecordComponent[] components = valid.getClass().getRecordComponents();
    @Nullable Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = components[i].getAccessor().invoke(valid);
    }
    parts[place] = bad;
    Constructor<?> constructor =
        valid
            .getClass()
            .getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    try {
      constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
