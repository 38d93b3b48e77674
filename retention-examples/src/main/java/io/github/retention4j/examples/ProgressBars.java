package io.github.retention4j.examples;

import io.github.retention4j.activity.ProgressListener;
import io.github.retention4j.examples.transactions.FileDoor;
import io.github.retention4j.examples.transactions.RowListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work has come as bars, each on a line of its own that is written over. */
final class ProgressBars implements ProgressListener, AutoCloseable {

  private static final int WIDTH = 78;
  private static final int MILLIS_BETWEEN_PICTURES = 100;
  private static final long KIBIBYTE = 1L << 10;

  private final PrintWriter out;
  private @Nullable ProgressBar grouping;
  private boolean readingRows;

  ProgressBars(PrintWriter out) {
    this.out = out;
  }

  /** Shows how much of a file was read. */
  FileDoor whileOpening() {
    return this::open;
  }

  /** Shows how many rows of a query were read; how many there are only the end tells. */
  RowListener whileQuerying() {
    return rows -> {
      readingRows = true;
      draw("Reading rows: " + String.format(Locale.ROOT, "%,d", rows));
    };
  }

  private InputStream open(Path file) throws IOException {
    ProgressBarBuilder bar =
        bar("Reading " + file.getFileName())
            .setInitialMax(Files.size(file))
            .setUnit(" KiB", KIBIBYTE);
    return new FilterInputStream(ProgressBar.wrap(Files.newInputStream(file), bar)) {
      @Override
      public void close() throws IOException {
        super.close();
        out.println();
      }
    };
  }

  @Override
  public void progress(Phase phase, long done, long total) {
    if (grouping == null) {
      endRows();
      grouping = bar("Grouping activity").setInitialMax(total).build();
    }
    grouping.stepTo(done);
    if (done == total) {
      close();
    }
  }

  private ProgressBarBuilder bar(String task) {
    return ProgressBar.builder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(MILLIS_BETWEEN_PICTURES)
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH));
  }

  private void draw(String picture) {
    out.print("\r" + picture);
    out.flush();
  }

  private void endRows() {
    if (readingRows) {
      readingRows = false;
      out.println();
    }
  }

  @Override
  public void close() {
    endRows();
    if (grouping != null) {
      grouping.close();
      grouping = null;
      out.println();
    }
  }
}
