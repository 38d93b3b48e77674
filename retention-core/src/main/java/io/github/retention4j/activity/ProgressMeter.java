package io.github.retention4j.activity;

/** Adds up the work of several threads and reports it at each half of a hundredth. */
final class ProgressMeter {

  private static final int STEPS = 200;

  private final ProgressListener listener;
  private final long total;
  private long done;
  private long reported;

  ProgressMeter(ProgressListener listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  synchronized void add(ProgressListener.Phase phase, long work) {
    done += work;
    boolean step = done == total || done - reported > total / STEPS;
    if (step && work > 0) {
      reported = done;
      listener.progress(phase, done, total);
    }
  }
}
