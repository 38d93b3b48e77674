package io.github.retention4j.examples.service;

import java.io.Serial;

/** A request that gets an error for an answer, which may be shown. */
final class RequestException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  RequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
