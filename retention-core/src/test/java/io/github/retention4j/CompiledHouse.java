package io.github.retention4j;

import io.github.retention4j.time.DateRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The library as compiled: its classes, its packages and what they import. */
public final class CompiledHouse {

  public static final String ROOT = "io.github.retention4j";

  private static final Pattern EDGE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+)\\s+\\S.*");

  private CompiledHouse() {}

  /** The folder that the main classes of this build came from. */
  static Path folder() {
    try {
      Path folder =
          Path.of(DateRange.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(folder + " must be a folder of classes");
      }
      return folder;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All classes, nested ones too, without the package-infos; loaded, not initialised. */
  public static List<Class<?>> classes() {
    return classNames().stream()
        .filter(name -> !name.endsWith(".package-info"))
        .<Class<?>>map(CompiledHouse::load)
        .toList();
  }

  /** The full names of the packages that hold a class. */
  static SortedSet<String> packages() {
    return classNames().stream()
        .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The full names of the packages that each package imports, itself left out. */
  static SortedMap<String, SortedSet<String>> imports() {
    ToolProvider jdeps =
        ToolProvider.findFirst("jdeps")
            .orElseThrow(() -> new IllegalStateException("jdeps is missing: run on a JDK"));
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    int status =
        jdeps.run(printer, printer, "-verbose:package", "-filter:none", folder().toString());
    if (status != 0) {
      throw new IllegalStateException("jdeps failed with " + status + ": " + out);
    }
    SortedMap<String, SortedSet<String>> imports = new TreeMap<>();
    out.toString()
        .lines()
        .map(EDGE::matcher)
        .filter(Matcher::matches)
        .forEach(
            edge ->
                imports.computeIfAbsent(edge.group(1), k -> new TreeSet<>()).add(edge.group(2)));
    // Everything imports java.lang, so a package that is not there was not read.
    if (!imports.keySet().equals(packages())) {
      throw new IllegalStateException(
          "jdeps must tell of " + packages() + ", but told of " + imports.keySet() + ": " + out);
    }
    imports.forEach((from, tos) -> tos.remove(from));
    return imports;
  }

  public static boolean isInHouse(String packageName) {
    return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
  }

  public static boolean isInternal(String packageName) {
    return packageName.startsWith(ROOT + ".internal");
  }

  /** Whether code in another package can name the class. */
  public static boolean isVisible(Class<?> type) {
    boolean here =
        Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    Class<?> outer = type.getEnclosingClass();
    return here && (outer == null || isVisible(outer));
  }

  static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CompiledHouse.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> classNames() {
    Path folder = folder();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF/"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
