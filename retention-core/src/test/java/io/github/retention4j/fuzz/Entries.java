package io.github.retention4j.fuzz;

import io.github.retention4j.CompiledHouse;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public entries of the library: constructors, factories and methods, in a fixed order. */
final class Entries {

  private static final Comparator<Executable> ORDER = Comparator.comparing(Executable::toString);

  private final List<Class<?>> types;
  private final List<Executable> all;
  private final Map<Class<?>, List<Executable>> makers = new HashMap<>();
  private final Map<Class<?>, List<Object>> constants = new HashMap<>();

  private Entries(List<Class<?>> types) {
    this.types = types;
    this.all = types.stream().flatMap(Entries::entriesOf).sorted(ORDER).toList();
  }

  static Entries ofTheLibrary() {
    return new Entries(
        CompiledHouse.classes().stream()
            .filter(type -> !CompiledHouse.isInternal(type.getPackageName()))
            .filter(CompiledHouse::isVisible)
            .filter(type -> !Throwable.class.isAssignableFrom(type))
            .toList());
  }

  List<Executable> all() {
    return all;
  }

  /** The entries whose result is of the type; those that need no object of the library twice. */
  List<Executable> makersOf(Class<?> type) {
    return makers.computeIfAbsent(
        type,
        wanted -> {
          List<Executable> found =
              new ArrayList<>(all.stream().filter(e -> type.isAssignableFrom(made(e))).toList());
          found.addAll(found.stream().filter(e -> !needsReceiver(e)).toList());
          return List.copyOf(found);
        });
  }

  /** The public constants of the type and of the types below it. */
  List<Object> constantsOf(Class<?> type) {
    return constants.computeIfAbsent(
        type,
        wanted ->
            types.stream()
                .flatMap(Entries::constantsIn)
                .filter(type::isInstance)
                .distinct()
                .toList());
  }

  static boolean isOfTheLibrary(Class<?> type) {
    return CompiledHouse.isInHouse(type.getPackageName());
  }

  static boolean needsReceiver(Executable entry) {
    return entry instanceof Method && !Modifier.isStatic(entry.getModifiers());
  }

  static String nameOf(Executable entry) {
    String type = entry.getDeclaringClass().getName();
    String shortType = type.substring(CompiledHouse.ROOT.length() + 1);
    return entry instanceof Method ? shortType + "." + entry.getName() : "new " + shortType;
  }

  private static Stream<Executable> entriesOf(Class<?> type) {
    Stream<Constructor<?>> constructors =
        Modifier.isAbstract(type.getModifiers())
            ? Stream.empty()
            : Arrays.stream(type.getConstructors());
    Stream<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
            .filter(m -> !(type.isEnum() && Modifier.isStatic(m.getModifiers())))
            .filter(m -> !writesFiles(m));
    return Stream.concat(constructors, methods);
  }

  /** Files of random names are nothing to leave behind. */
  private static boolean writesFiles(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(Path.class);
  }

  private static Class<?> made(Executable entry) {
    if (!(entry instanceof Method method)) {
      return entry.getDeclaringClass();
    }
    Type type = method.getGenericReturnType();
    boolean boxed =
        type instanceof ParameterizedType box
            && (box.getRawType() == Optional.class || box.getRawType() == List.class);
    return boxed && ((ParameterizedType) type).getActualTypeArguments()[0] instanceof Class<?> in
        ? in
        : method.getReturnType();
  }

  private static Stream<Object> constantsIn(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(f -> Modifier.isStatic(f.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .map(Entries::value);
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
