package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.economics.Assignment;
import io.github.retention4j.economics.DifferenceInDifferences;
import io.github.retention4j.economics.ProgrammeEffect;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.MeanContrast;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.SampleMean;
import io.github.retention4j.time.Granularity;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgrammeTablesTest {

  private static RetentionRate yearly(long kept, long of) {
    return new RetentionRate(
        new Proportion(kept, of), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  private static ProgrammeEffect effect(Assignment assignment, long kept) {
    return new ProgrammeEffect(assignment, yearly(kept, 1000), yearly(750, 1000));
  }

  @Test
  void groupsHaveTheirCounts() {
    CsvText.check(
        ProgrammeTables.groups(effect(Assignment.RANDOMISED, 875)),
        """
        group,per,retained,of,retention,lower,upper
        programme,a year,875,1000,0.875,0.8530561617710384,0.8940737693647952
        control,a year,750,1000,0.75,0.7222397197409139,0.7758469010163085
        """);
  }

  @Test
  void effectIsToldInFourWays() {
    CsvText.check(
        ProgrammeTables.effect(effect(Assignment.RANDOMISED, 875), 0.95),
        """
        measure,value,lower,upper,assignment,p-value,why empty
        lift,0.125,0.09109433191388663,0.15868147618267947,randomised,8.000378447994593E-13,
        ratio,1.1666666666666667,1.1178204463243242,1.2176473561445296,randomised,8.000378447994593E-13,
        members for one more kept,8.0,6.301932803100257,10.977631417784817,randomised,8.000378447994593E-13,
        members kept more,125.0,91.09433191388663,158.68147618267946,randomised,8.000378447994593E-13,
        """);
  }

  @Test
  void anEffectThatMayBeNoneHasNoUpperNumber() {
    ResultTable table = ProgrammeTables.effect(effect(Assignment.SELF_SELECTED, 750), 0.95);
    assertThat(table.title()).startsWith("Effect of the programme, not randomised: ");
    CsvText.check(
        table,
        """
        measure,value,lower,upper,assignment,p-value,why empty
        lift,0.0,-0.03793013910085029,0.03793013910085029,self selected,1.0,
        ratio,1.0,0.9506531042112583,1.0519084149308953,self selected,1.0,
        members for one more kept,,26.36425870575262,,self selected,1.0,"value: the lift is not above 0; upper: the interval of the lift holds 0, so that no effect cannot be ruled out"
        members kept more,0.0,-37.93013910085029,37.93013910085029,self selected,1.0,
        """);
  }

  /** Members from 700 to 760 of 1000, controls from 690 to 700 of 1000: 6 points less 1. */
  @Test
  void changesEndWithTheirDifference() {
    ResultTable table =
        ProgrammeTables.differenceInDifferences(
            new DifferenceInDifferences(
                new Proportion(700, 1000),
                new Proportion(760, 1000),
                new Proportion(690, 1000),
                new Proportion(700, 1000)),
            0.9);
    assertThat(table.title())
        .isEqualTo("Difference in differences, if both would have changed alike, 90 % intervals");
    CsvText.check(
        table,
        """
        group,count before,of before,share before,count after,of after,share after,change,lower,upper,why empty
        programme,700,1000,0.7,760,1000,0.76,0.06000000000000005,0.027353380341171053,0.09247942508346269,
        control,690,1000,0.69,700,1000,0.7,0.010000000000000009,-0.023851933231492123,0.043820606505602815,
        difference,,,,,,,0.050000000000000044,0.002993243043631917,0.09691339294126643,"count before: a difference of two changes has no share; of before: a difference of two changes has no share; share before: a difference of two changes has no share; count after: a difference of two changes has no share; of after: a difference of two changes has no share; share after: a difference of two changes has no share"
        """);
  }

  /** Spend: 13 - 10 with se sqrt(16/4 + 0) = 2, df 3, t = 1.5. Nobody's visits differ. */
  @Test
  void meanContrastsSayWhereNothingScatters() {
    MeanContrast spend =
        MeanContrast.difference(new SampleMean(4, 13, 4), new SampleMean(4, 10, 0));
    MeanContrast visits = MeanContrast.difference(SampleMean.of(2, 2), SampleMean.of(1, 1));
    ResultTable table =
        ProgrammeTables.meanContrasts(
            new TreeMap<>(Map.of("visits", visits, "spend", spend)), 0.95);
    assertThat(table.title()).isEqualTo("Differences of means, 95 % intervals");
    CsvText.check(
        table,
        """
        measure,estimate,standard error,lower,upper,t,p-value,why empty
        spend,3.0,2.0,-3.364892610567418,9.364892610567418,1.5,0.23058386524482316,
        visits,1.0,0.0,1.0,1.0,,0.0,"t: infinite, as no group scatters"
        """);
  }

  @Test
  void contrastsNeedALevel() {
    assertThatThrownBy(() -> ProgrammeTables.meanContrasts(new TreeMap<>(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (1.0) must be between 0 and 1");
  }
}
