package io.github.retention4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.time.DateRange;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.function.Sin;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Holds what shows outside to the house's rules: no library's types, no arrays in records. */
class SurfaceTest {

  /** Their grids and accumulators travel inside distributed engines. */
  private static final Set<String> PACKAGES_THAT_TRAVEL =
      Set.of(CompiledHouse.ROOT + ".activity", CompiledHouse.ROOT + ".revenue");

  @Test
  void eachPackageIsNullMarked() {
    assertThat(CompiledHouse.packages())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(CompiledHouse.load(name + ".package-info"))
                    .hasAnnotation(NullMarked.class));
  }

  @Test
  void signaturesShowOnlyJavaAndTheHouse() {
    assertThat(publicClasses().flatMap(type -> leaks(type).stream())).isEmpty();
  }

  @Test
  void recordsHoldNoArrays() {
    assertThat(publicClasses().flatMap(type -> arrays(type).stream())).isEmpty();
  }

  @Test
  void onlyWhatTravelsIsSerializable() {
    assertThat(publicClasses().filter(SurfaceTest::isSerializableWithoutNeed)).isEmpty();
  }

  @Test
  void looksAtThePublicClassesOfTheBuild() {
    assertThat(publicClasses())
        .contains(DateRange.class)
        .allMatch(type -> Modifier.isPublic(type.getModifiers()));
  }

  // The rules, tried on classes that break them.

  @ParameterizedTest
  @MethodSource("leaky")
  void findsALibraryTypeWhereverItHides(Class<?> leaky) {
    assertThat(leaks(leaky))
        .singleElement()
        .asString()
        .startsWith(leaky.getTypeName() + " must not show ");
  }

  @Test
  void findsNoLeakWhereThereIsNone() {
    assertThat(leaks(Tight.class)).isEmpty();
    assertThat(leaks(DateRange.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.commons.math3.linear.RealMatrix",
        "org.slf4j.Logger",
        "org.jspecify.annotations.Nullable",
        "io.github.retention4j.internal.numeric.Sums",
        "io.github.retention4jx.Other",
        "javax.swing.JFrame"
      })
  void knowsWhatMustNotShow(String type) {
    assertThat(mayShow(type)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "java.util.List", "io.github.retention4j.time.DateRange"})
  void knowsWhatMayShow(String type) {
    assertThat(mayShow(type)).isTrue();
  }

  @Test
  void findsArraysInRecords() {
    assertThat(arrays(HoldsArrays.class))
        .containsExactly(
            HoldsArrays.class.getTypeName() + " must not hold an array: plain",
            HoldsArrays.class.getTypeName() + " must not hold an array: nested",
            HoldsArrays.class.getTypeName() + " must not hold an array: generic");
    assertThat(arrays(DateRange.class)).isEmpty();
  }

  @Test
  void findsWhatIsSerializableWithoutNeed() {
    assertThat(
            Stream.of(
                DateRange.class,
                PlainEnum.class,
                Failure.class,
                SerializableEnum.class,
                SerializableRecord.class,
                SerializableClass.class,
                SerializableInterface.class))
        .filteredOn(SurfaceTest::isSerializableWithoutNeed)
        .containsExactly(
            SerializableEnum.class,
            SerializableRecord.class,
            SerializableClass.class,
            SerializableInterface.class);
  }

  static Stream<Class<?>> leaky() {
    return Arrays.stream(Leaky.class.getDeclaredClasses());
  }

  private static Stream<Class<?>> publicClasses() {
    return CompiledHouse.classes().stream()
        .filter(type -> !CompiledHouse.isInternal(type.getPackageName()))
        .filter(CompiledHouse::isVisible);
  }

  private static List<String> leaks(Class<?> type) {
    List<Class<?>> shown = new ArrayList<>();
    signatureTypes(type).forEach(part -> collect(part, shown));
    return shown.stream()
        .map(Class::getName)
        .filter(name -> !mayShow(name))
        .distinct()
        .sorted()
        .map(name -> type.getTypeName() + " must not show " + name)
        .toList();
  }

  private static boolean mayShow(String typeName) {
    return !typeName.contains(".")
        || typeName.startsWith("java.")
        || (CompiledHouse.isInHouse(typeName) && !CompiledHouse.isInternal(typeName));
  }

  /** The types written in what a caller or a subclass can see, inherited methods too. */
  private static Stream<Type> signatureTypes(Class<?> type) {
    List<Type> types = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    Type parent = type.getGenericSuperclass();
    if (parent != null) {
      types.add(parent);
    }
    addBounds(type, types);
    for (Field field : type.getDeclaredFields()) {
      if (isShown(field)) {
        types.add(field.getGenericType());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isShown(constructor)) {
        addSignature(constructor, types);
      }
    }
    Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
        .filter(method -> isShown(method) && !mayComeFromOutside(method))
        .forEach(
            method -> {
              types.add(method.getGenericReturnType());
              addSignature(method, types);
            });
    if (type.isRecord()) {
      Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getGenericType)
          .forEach(types::add);
    }
    return types.stream();
  }

  private static boolean isShown(Member member) {
    int modifiers = member.getModifiers();
    return !member.isSynthetic()
        && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
  }

  /** What a class outside the house declares is judged by that class being shown. */
  private static boolean mayComeFromOutside(Method method) {
    return !CompiledHouse.isInHouse(method.getDeclaringClass().getPackageName());
  }

  private static void addSignature(Executable executable, List<Type> types) {
    types.addAll(Arrays.asList(executable.getGenericParameterTypes()));
    types.addAll(Arrays.asList(executable.getGenericExceptionTypes()));
    addBounds(executable, types);
  }

  private static void addBounds(GenericDeclaration declaration, List<Type> types) {
    for (TypeVariable<?> variable : declaration.getTypeParameters()) {
      types.addAll(Arrays.asList(variable.getBounds()));
    }
  }

  /** Takes a type apart down to its classes; arrays are given by their elements. */
  private static void collect(Type type, List<Class<?>> classes) {
    if (type instanceof Class<?> c) {
      classes.add(elementOf(c));
    } else if (type instanceof GenericArrayType array) {
      collect(array.getGenericComponentType(), classes);
    } else if (type instanceof ParameterizedType parameterized) {
      collect(parameterized.getRawType(), classes);
      Arrays.stream(parameterized.getActualTypeArguments()).forEach(a -> collect(a, classes));
    } else if (type instanceof WildcardType wildcard) {
      Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> collect(bound, classes));
      Arrays.stream(wildcard.getLowerBounds()).forEach(bound -> collect(bound, classes));
    }
    // The bounds of a type variable are looked at where it is declared.
  }

  private static Class<?> elementOf(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    return element;
  }

  private static List<String> arrays(Class<?> type) {
    if (!type.isRecord()) {
      return List.of();
    }
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> holdsArray(component.getGenericType()))
        .map(component -> type.getTypeName() + " must not hold an array: " + component.getName())
        .toList();
  }

  private static boolean holdsArray(Type type) {
    return type instanceof GenericArrayType
        || (type instanceof Class<?> c && c.isArray())
        || (type instanceof ParameterizedType parameterized
            && Arrays.stream(parameterized.getActualTypeArguments())
                .anyMatch(SurfaceTest::holdsArray))
        || (type instanceof WildcardType wildcard
            && Arrays.stream(wildcard.getUpperBounds()).anyMatch(SurfaceTest::holdsArray));
  }

  private static boolean isSerializableWithoutNeed(Class<?> type) {
    boolean serializable =
        type.isEnum()
            ? Arrays.stream(type.getInterfaces()).anyMatch(Serializable.class::isAssignableFrom)
            : Serializable.class.isAssignableFrom(type);
    return serializable
        && !Throwable.class.isAssignableFrom(type)
        && !PACKAGES_THAT_TRAVEL.contains(type.getPackageName());
  }

  // Classes that break the rules, and some that keep them.

  static final class Leaky {

    static class ByParent extends Sin {}

    abstract static class ByInterface implements UnivariateFunction {}

    abstract static class ByInterfaceArgument implements Function<RealMatrix, String> {}

    static class ByBound<T extends UnivariateFunction> {}

    abstract static class ByField {
      protected List<? super Logger> field = List.of();
    }

    static class ByConstructor {
      protected ByConstructor(RealMatrix matrix) {
        throw new UnsupportedOperationException(matrix.toString());
      }
    }

    interface ByReturn {
      RealMatrix method();
    }

    interface ByInheritance extends Middle {}

    interface ByParameter {
      void method(List<? extends RealMatrix[]> matrices);
    }

    interface ByGenericArray {
      void method(List<RealMatrix>[] matrices);
    }

    interface ByException {
      void method() throws MathIllegalStateException;
    }

    interface ByMethodBound {
      <T extends UnivariateFunction> void method(T function);
    }

    record ByComponent(RealMatrix matrix) {}
  }

  interface Middle {
    RealMatrix method();
  }

  static final class Tight<T extends Comparable<T>> {
    private final List<RealMatrix> hidden = new ArrayList<>();

    Tight(RealMatrix hidden) {
      this.hidden.add(hidden);
    }

    RealMatrix hidden() {
      return hidden.get(0);
    }

    public <S extends T> List<? super S> shown(S[][] values) throws IOException {
      if (values.length == 0) {
        throw new IOException("nothing to show");
      }
      return new ArrayList<>(Arrays.asList(values[0]));
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record HoldsArrays(
      int[] plain, List<? extends List<double[]>> nested, List<String>[] generic, int none) {}

  private enum PlainEnum {}

  private enum SerializableEnum implements Serializable {}

  private record SerializableRecord(int value) implements Serializable {}

  private static final class SerializableClass implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
  }

  private interface SerializableInterface extends Serializable {}

  private static final class Failure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
