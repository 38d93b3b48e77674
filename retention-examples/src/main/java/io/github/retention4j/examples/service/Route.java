package io.github.retention4j.examples.service;

/**
 * A question that the server answers.
 *
 * @param <Q> what a question is read into
 * @param method {@link #GET}, with query parameters, or {@link #POST}, with a JSON body
 * @param path the path, such as {@code /retention}
 * @param type what a question is read into
 * @param answer answers it; an {@link IllegalArgumentException} says what is wrong with it
 */
record Route<Q>(String method, String path, Class<Q> type, Answer<Q> answer) {

  static final String GET = "GET";
  static final String POST = "POST";

  /** Answers a question by something that Jackson can write. */
  interface Answer<Q> {
    Object to(Q question);
  }
}
