package io.github.retention4j.examples;

import io.github.retention4j.activity.Work;
import io.github.retention4j.examples.report.ReportSettings;
import io.github.retention4j.examples.report.RetentionReport;
import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.examples.transactions.TimeFormat;
import io.github.retention4j.examples.transactions.TransactionColumns;
import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.time.BusinessZone;
import java.awt.Desktop;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The main job: reads transactions from CSV, Parquet or a database and reports retention and churn
 * with confidence intervals, monthly cohorts, customer lifetime value and the verdict against an
 * industry benchmark.
 *
 * <p>Without options it simulates the {@link SampleShop}, writes its transactions to a file and
 * reads them back on the same road as any other data. Exit codes: 0 done, 1 the data cannot be
 * used, 2 the options cannot.
 */
@Command(
    name = "retention-job",
    sortOptions = false,
    sortSynopsis = false,
    usageHelpWidth = 100,
    description = {
      "Reports who stays, who leaves and what customers are worth, from transactions in CSV, Parquet"
          + " or a database."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the data cannot be used", "2:the options cannot be used"})
public final class RetentionJob implements Callable<Integer> {

  private static final int DATA_ERROR = 1;

  /** Set by the build to the target directory of this module, wherever the job is started. */
  private static final String BUILD_DIRECTORY = "retention4j.build.directory";

  @Mixin private final InputOptions input = new InputOptions();

  @Mixin private final ReportOptions questions = new ReportOptions();

  @Option(
      names = "--output",
      paramLabel = "DIRECTORY",
      description = "Where to write the files (default: target/report of retention-examples).")
  private @Nullable Path output;

  @Option(names = "--progress", description = "Show on the error output how far the work is.")
  private boolean progress;

  @Option(names = "--open", description = "Show the report in the browser when it is written.")
  private boolean open;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // its presence is all that counts
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates the job with its defaults. */
  public RetentionJob() {}

  /**
   * Runs the job. Ends the process with the exit code if that is not 0, and only then, so that a
   * build that runs the job in its own process goes on after success.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    // UTF-8 whatever the console says: the report is ASCII save for names that come from the data.
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int exitCode = run(out, err, args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  /**
   * Runs the job without ending the process.
   *
   * @param out where the report goes
   * @param err where complaints go
   * @param args the options, see {@code --help}
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new RetentionJob())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(BusinessZone.class, clearly(BusinessZone::of))
        .registerConverter(TimeFormat.class, clearly(TimeFormat::pattern))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(RetentionJob::complain)
        .execute(args);
  }

  /** Lets a bad value be reported in the words of the type that refused it. */
  private static <T> ITypeConverter<T> clearly(ITypeConverter<T> converter) {
    return value -> {
      try {
        return converter.convert(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  private static int complain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof IllegalArgumentException || e instanceof IOException) {
      commandLine.getErr().println("Error: " + e.getMessage());
      return DATA_ERROR;
    }
    throw e;
  }

  @Override
  public Integer call() throws IOException {
    ReportSettings settings = checked();
    Path directory = directory();
    Files.createDirectories(directory);
    Input source = input.isGiven() ? input.input() : sample(directory);
    RetentionReport report = report(source, settings);
    PrintWriter out = spec.commandLine().getOut();
    out.print(report.text());
    writeFiles(report, directory, out);
    if (open) {
      show(directory.resolve("report.html"), out);
    }
    return 0;
  }

  private RetentionReport report(Input source, ReportSettings settings) {
    if (!progress) {
      return RetentionReport.of(source.name(), source.read(), settings, Work.inThisThread());
    }
    try (ProgressBars bars = new ProgressBars(spec.commandLine().getErr())) {
      Work work = Work.inThisThread().with(bars);
      return RetentionReport.of(source.name(), source.read(bars), settings, work);
    }
  }

  /** A machine without a screen is no failure: the page is there, and says where. */
  private static void show(Path page, PrintWriter out) throws IOException {
    if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
      Desktop.getDesktop().browse(page.toUri());
    } else {
      out.println("No browser can be opened from here; the page is " + page.toUri());
    }
  }

  private static void writeFiles(RetentionReport report, Path directory, PrintWriter out)
      throws IOException {
    List<String> names =
        report.writeTo(directory).stream().map(path -> path.getFileName() + "").toList();
    out.println();
    out.println("Written to " + directory + ": " + String.join(", ", names));
    out.flush();
  }

  /** What is wrong with the options is said before any work is done. */
  private ReportSettings checked() {
    try {
      ReportSettings settings = questions.settings();
      RetentionReport.requireIndustry(settings.industry());
      if (input.isGiven()) {
        input.input();
        requireNoCsvOptionsWithoutCsv();
        input.files().forEach(this::requireInputIsNoOutput);
      } else {
        requireNoInputOptions();
      }
      return settings;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void requireInputIsNoOutput(String option, Path file) {
    Path full = file.toAbsolutePath().normalize();
    Path directory = directory().toAbsolutePath().normalize();
    for (String name : RetentionReport.FILES) {
      if (full.equals(directory.resolve(name))) {
        throw new IllegalArgumentException(
            option + " (" + file + ") must not be a file that the report replaces");
      }
    }
  }

  /** An option on the reading of a source is no use without the source, and likely a slip. */
  private void requireNoInputOptions() {
    List<String> given = given(option -> true);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          given.get(0) + " must come with --csv, --parquet or --jdbc");
    }
  }

  private void requireNoCsvOptionsWithoutCsv() {
    List<String> given = given(InputOptions.CSV_ONLY::contains);
    if (!given.isEmpty() && !input.files().containsKey("--csv")) {
      throw new IllegalArgumentException(given.get(0) + " must come with --csv");
    }
  }

  /** The names of the input options that were given and fulfil a condition. */
  private List<String> given(Predicate<String> condition) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> option.userObject() instanceof Field field && isInputOption(field))
        .map(OptionSpec::longestName)
        .filter(condition)
        .toList();
  }

  private static boolean isInputOption(Field field) {
    return field.getDeclaringClass() == InputOptions.class;
  }

  private static Input sample(Path directory) throws IOException {
    Path sample = directory.resolve("sample.csv");
    SampleShop.writeTo(sample);
    return new Input(
        "generated sample shop, " + sample, sampleReader(), reader -> reader.readCsv(sample));
  }

  private static TransactionReader sampleReader() {
    return TransactionReader.of(
            TransactionColumns.of(SampleShop.CUSTOMER_COLUMN, SampleShop.DATE_COLUMN)
                .withAmount(SampleShop.AMOUNT_COLUMN))
        .with(Currency.getInstance(SampleShop.CURRENCY))
        .withObservationEnd(SampleShop.days().endExclusive());
  }

  private Path directory() {
    if (output != null) {
      return output;
    }
    String build = System.getProperty(BUILD_DIRECTORY);
    if (build != null) {
      return Path.of(build, "report");
    }
    Path module = Path.of("retention-examples");
    return (Files.isDirectory(module) ? module : Path.of("")).resolve("target").resolve("report");
  }
}
