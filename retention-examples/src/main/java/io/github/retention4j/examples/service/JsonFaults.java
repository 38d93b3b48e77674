package io.github.retention4j.examples.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says what is wrong with JSON in words for whoever sent it. */
final class JsonFaults {

  private JsonFaults() {}

  static String words(JsonProcessingException fault) {
    if (fault instanceof InvalidFormatException format) {
      return path(format) + " (" + format.getValue() + ") must be " + wanted(format);
    }
    if (fault instanceof MismatchedInputException mismatch && isNumber(mismatch)) {
      return path(mismatch) + " must be " + wanted(mismatch);
    }
    return fault.getOriginalMessage();
  }

  private static boolean isNumber(MismatchedInputException fault) {
    return fault.getTargetType() != null && fault.getTargetType().isPrimitive();
  }

  private static String wanted(MismatchedInputException fault) {
    Class<?> type = fault.getTargetType();
    return type.isEnum()
        ? "one of " + Arrays.toString(type.getEnumConstants())
        : "a " + type.getSimpleName();
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream().map(JsonFaults::step).collect(Collectors.joining("."));
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
  }
}
