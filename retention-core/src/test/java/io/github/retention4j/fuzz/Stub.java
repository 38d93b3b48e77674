package io.github.retention4j.fuzz;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A function, listener or result set of the caller's own. The same arguments get the same answer
 * from any thread; without arguments one answer follows another.
 */
final class Stub implements InvocationHandler {

  private static final int ANSWERS = 7;

  private final Map<Method, List<Object>> answers = new HashMap<>();
  private final AtomicInteger calls = new AtomicInteger();

  private Stub() {}

  /**
   * @param type the interface, with its arguments if it has any
   */
  static Object of(Class<?> raw, Type type, Values values) {
    Stub stub = new Stub();
    Arrays.stream(raw.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toString))
        .forEach(method -> stub.answers.put(method, answers(resultOf(method, type), values)));
    return Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {raw}, stub);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    } else if (answers.containsKey(method)) {
      List<Object> possible = answers.get(method);
      return possible.get(Math.floorMod(keyOf(arguments), possible.size()));
    }
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "a stub";
    };
  }

  private int keyOf(Object[] arguments) {
    return arguments == null ? calls.getAndIncrement() : Arrays.toString(arguments).hashCode();
  }

  private static List<Object> answers(Type type, Values values) {
    if (type == void.class) {
      return Collections.singletonList(null);
    }
    try {
      List<Object> answers = new ArrayList<>();
      for (int i = 0; i < ANSWERS; i++) {
        answers.add(values.make(type));
      }
      return Collections.unmodifiableList(answers);
    } catch (Values.NoValueException e) {
      return Collections.singletonList(null);
    }
  }

  private static Type resultOf(Method method, Type type) {
    Type result = method.getGenericReturnType();
    if (result instanceof TypeVariable<?> variable && type instanceof ParameterizedType known) {
      List<?> variables = Arrays.asList(method.getDeclaringClass().getTypeParameters());
      int index = variables.indexOf(variable);
      return index < 0 ? result : known.getActualTypeArguments()[index];
    }
    return result;
  }
}
