package io.github.retention4j.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a random value of any type that the library asks for, those of the library by calls. */
final class Values {

  /** There is no value of that type here, this time. */
  static final class NoValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoValueException(Type type) {
      super(type.getTypeName(), null, false, false);
    }
  }

  private static final int DEEPEST = 5;
  private static final int MOST_OF_A_TYPE = 12;

  private final SplittableRandom random;
  private final PlainValues plain;
  private final Entries entries;
  private final Function<Executable, Optional<Object>> call;
  private final Map<Class<?>, List<Object>> pool = new LinkedHashMap<>();
  private int depth;
  private int length;
  private boolean stubbing;

  /**
   * @param call calls an entry with arguments from here; empty if it threw
   */
  Values(SplittableRandom random, Entries entries, Function<Executable, Optional<Object>> call) {
    this.random = random;
    this.plain = new PlainValues(random);
    this.entries = entries;
    this.call = call;
  }

  /** Arguments for a call: lists and arrays of one length, mostly, and tame or wild altogether. */
  Object[] arguments(Executable entry) {
    if (depth == 0) {
      plain.setWildness(new double[] {0, 0.05, 0.3}[random.nextInt(3)]);
    }
    length = random.nextInt(random.nextInt(4) == 0 ? 40 : 7);
    Type[] types = entry.getGenericParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = nullable(types[i]);
    }
    return arguments;
  }

  /** Keeps what a call gave, for later calls. */
  void keep(Object value) {
    if (Entries.isOfTheLibrary(value.getClass())) {
      List<Object> others = pool.computeIfAbsent(value.getClass(), k -> new ArrayList<>());
      if (others.size() < MOST_OF_A_TYPE) {
        others.add(value);
      } else {
        others.set(random.nextInt(MOST_OF_A_TYPE), value);
      }
    }
  }

  Object make(Type type) {
    if (type instanceof Class<?> c) {
      return ofClass(c);
    } else if (type instanceof ParameterizedType p) {
      return ofGeneric((Class<?>) p.getRawType(), p);
    } else if (type instanceof GenericArrayType a) {
      return array(a.getGenericComponentType());
    } else if (type instanceof WildcardType w) {
      return make(w.getLowerBounds().length > 0 ? w.getLowerBounds()[0] : w.getUpperBounds()[0]);
    }
    return make(((TypeVariable<?>) type).getBounds()[0]);
  }

  private Object nullable(Type type) {
    boolean primitive = type instanceof Class<?> c && c.isPrimitive();
    return !primitive && plain.isWild() && random.nextInt(8) == 0 ? null : make(type);
  }

  private Object ofClass(Class<?> type) {
    if (plain.knows(type)) {
      return plain.make(type);
    } else if (type.isArray()) {
      return array(type.getComponentType());
    } else if (type == OptionalDouble.class) {
      return OptionalDouble.of((double) plain.make(double.class));
    } else if (type == OptionalInt.class) {
      return OptionalInt.of((int) plain.make(int.class));
    } else if (type == OptionalLong.class) {
      return OptionalLong.of((long) plain.make(long.class));
    } else if (Entries.isOfTheLibrary(type)) {
      return ofTheLibrary(type);
    } else if (type.isInterface()) {
      return stub(type, type);
    }
    throw new NoValueException(type);
  }

  private Object ofGeneric(Class<?> raw, ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    if (plain.knows(raw)) {
      return plain.make(raw);
    } else if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(make(of[0]));
    } else if (Map.class.isAssignableFrom(raw)) {
      return map(raw, of[0], of[1]);
    } else if (raw == Set.class) {
      return new HashSet<>(list(of[0]));
    } else if (raw == SortedSet.class) {
      return new TreeSet<>(withoutNull(list(of[0])));
    } else if (raw == Stream.class) {
      return withoutNull(list(of[0])).stream();
    } else if (raw.isAssignableFrom(List.class)) {
      return list(of[0]);
    } else if (raw == Class.class) {
      return String.class;
    } else if (Entries.isOfTheLibrary(raw)) {
      return ofTheLibrary(raw);
    }
    return stub(raw, type);
  }

  private Object ofTheLibrary(Class<?> type) {
    List<Object> constants =
        type.isEnum() ? List.of(type.getEnumConstants()) : entries.constantsOf(type);
    List<Object> known = new ArrayList<>(constants);
    pool.forEach(
        (made, objects) -> known.addAll(type.isAssignableFrom(made) ? objects : List.of()));
    boolean enough = type.isEnum() || depth >= DEEPEST || random.nextInt(4) > 0;
    if (!known.isEmpty() && enough) {
      return plain.one(known);
    }
    return made(type)
        .or(() -> anyOf(known))
        .or(() -> stub(type))
        .orElseThrow(() -> new NoValueException(type));
  }

  private Optional<Object> anyOf(List<Object> known) {
    return known.isEmpty() ? Optional.empty() : Optional.of(plain.one(known));
  }

  private Optional<Object> stub(Class<?> type) {
    boolean open = type.isInterface() && !type.isSealed() && entries.makersOf(type).isEmpty();
    return open ? Optional.of(stub(type, type)) : Optional.empty();
  }

  /** A function of the caller's own, whose answers are tame: bad ones would be its own fault. */
  private Object stub(Class<?> raw, Type type) {
    if (stubbing) {
      throw new NoValueException(type);
    }
    double wildness = plain.setWildness(0);
    stubbing = true;
    try {
      return Stub.of(raw, type, this);
    } finally {
      stubbing = false;
      plain.setWildness(wildness);
    }
  }

  private Optional<Object> made(Class<?> type) {
    List<Executable> makers = entries.makersOf(type);
    if (makers.isEmpty() || depth >= DEEPEST) {
      return Optional.empty();
    }
    int lengthOfCaller = length;
    depth++;
    try {
      for (int attempt = 0; attempt < 4; attempt++) {
        Optional<Object> value = call.apply(plain.one(makers)).filter(type::isInstance);
        if (value.isPresent()) {
          return value;
        }
      }
      return Optional.empty();
    } finally {
      depth--;
      length = lengthOfCaller;
    }
  }

  private List<Object> list(Type of) {
    int size = lengthHere();
    List<Object> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(nullable(of));
    }
    return items;
  }

  private static List<Object> withoutNull(List<Object> items) {
    return items.stream().filter(item -> item != null).toList();
  }

  private Map<Object, Object> map(Class<?> raw, Type key, Type value) {
    boolean sorted = SortedMap.class.isAssignableFrom(raw);
    Map<Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    for (Object each : withoutNull(list(key))) {
      map.put(each, nullable(value));
    }
    return map;
  }

  private Object array(Type of) {
    Class<?> component = (Class<?>) (of instanceof ParameterizedType p ? p.getRawType() : of);
    Object array = Array.newInstance(component, lengthHere());
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, nullable(of));
    }
    return array;
  }

  private int lengthHere() {
    return plain.isWild() ? random.nextInt(4) : length;
  }
}
