package io.github.retention4j.examples.service;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Questions and answers as JSON over the HTTP server of the JDK, on this machine only. Errors are
 * JSON too: 400 with what is wrong, 404, 405, 413, and 500 without a word on why.
 */
final class JsonServer implements AutoCloseable {

  /** The longest body that is read: a megabyte. */
  static final int MOST_BYTES = 1 << 20;

  private static final Logger LOGGER = System.getLogger(JsonServer.class.getName());
  private static final int SECONDS_TO_FINISH = 10;
  private static final int BAD_REQUEST = 400;

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Route<?>> routes;
  private final JsonMapper mapper;

  /** Held for reading while a request is answered, and for writing once no more are. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  static {
    // Head and body are written apart: without this each answer waits 40 ms for the client.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Reply(int status, byte[] json) {}

  private record Failure(String error) {}

  private JsonServer(
      HttpServer server, ExecutorService threads, List<Route<?>> routes, JsonMapper mapper) {
    this.server = server;
    this.threads = threads;
    this.routes = routes;
    this.mapper = mapper;
  }

  /** Starts a server; port 0 is any that is free. */
  static JsonServer start(int port, int threads, List<Route<?>> routes, JsonMapper mapper)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    JsonServer server = new JsonServer(http, Executors.newFixedThreadPool(threads), routes, mapper);
    http.setExecutor(server.threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Lets requests that are being answered finish, then ends. */
  @Override
  public void close() {
    boolean finished = false;
    try {
      finished = open.writeLock().tryLock(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
    if (finished) {
      open.writeLock().unlock();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    open.readLock().lock();
    try (exchange) {
      Reply reply = reply(exchange);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), reply.json().length);
      exchange.getResponseBody().write(reply.json());
    } finally {
      open.readLock().unlock();
    }
  }

  /** Whatever goes wrong is an answer too. */
  private Reply reply(HttpExchange exchange) throws IOException {
    try {
      return new Reply(200, mapper.writeValueAsBytes(answer(route(exchange), exchange)));
    } catch (RequestException e) {
      return failure(e.status(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return failure(BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (RuntimeException | JsonProcessingException e) {
      LOGGER.log(Level.ERROR, "unexpected failure of " + exchange.getRequestURI().getPath(), e);
      return failure(500, "unexpected failure");
    }
  }

  private Reply failure(int status, String error) throws IOException {
    return new Reply(status, mapper.writeValueAsBytes(new Failure(error)));
  }

  private Route<?> route(HttpExchange exchange) throws RequestException {
    String path = exchange.getRequestURI().getPath();
    List<Route<?>> found = routes.stream().filter(route -> route.path().equals(path)).toList();
    if (found.isEmpty()) {
      throw new RequestException(404, "path (" + path + ") must be one of " + paths());
    }
    String method = exchange.getRequestMethod();
    List<String> allowed = found.stream().map(Route::method).toList();
    if (!allowed.contains(method)) {
      exchange.getResponseHeaders().set("Allow", String.join(", ", allowed));
      throw new RequestException(
          405, "method (" + method + ") of " + path + " must be " + String.join(" or ", allowed));
    }
    return found.get(allowed.indexOf(method));
  }

  private List<String> paths() {
    return routes.stream().map(Route::path).toList();
  }

  private <Q> Object answer(Route<Q> route, HttpExchange exchange)
      throws IOException, RequestException {
    return route.answer().to(question(route, exchange));
  }

  private <Q> Q question(Route<Q> route, HttpExchange exchange)
      throws IOException, RequestException {
    try {
      return route.method().equals(Route.GET)
          ? mapper.treeToValue(mapper.valueToTree(query(exchange)), route.type())
          : read(body(exchange), route.type());
    } catch (JsonProcessingException e) {
      throw new RequestException(BAD_REQUEST, JsonFaults.words(e));
    }
  }

  private <Q> Q read(byte[] body, Class<Q> type) throws IOException, RequestException {
    try (JsonParser parser = mapper.createParser(body)) {
      Q question = mapper.readValue(parser, type);
      if (question == null || parser.nextToken() != null) {
        throw new RequestException(BAD_REQUEST, "body must be one JSON object");
      }
      return question;
    }
  }

  private static Map<String, String> query(HttpExchange exchange) throws RequestException {
    return QueryText.parse(exchange.getRequestURI().getRawQuery());
  }

  private static byte[] body(HttpExchange exchange) throws IOException, RequestException {
    InputStream body = exchange.getRequestBody();
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new RequestException(413, "body must be at most " + MOST_BYTES + " bytes");
    }
    return bytes;
  }
}
