package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.economics.Assignment;
import io.github.retention4j.economics.ProgrammeEffect;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
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
}
