package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

class GgomNbdProperties extends PurchaseModelLaws<GgomNbd> {

  private static Arbitrary<Double> powersOfTen(double from, double to) {
    return Arbitraries.doubles().between(from, to).map(exponent -> Math.pow(10, exponent));
  }

  @Override
  @Provide
  Arbitrary<GgomNbd> models() {
    return Combinators.combine(
            powersOfTen(-1, 0.5),
            powersOfTen(0.5, 1.5),
            powersOfTen(-4, 0),
            powersOfTen(-1, 0.5),
            powersOfTen(-3, 2))
        .as((r, alpha, b, s, beta) -> new GgomNbd(r, alpha, b, s, beta, TimeScale.WEEK));
  }

  @Override
  GgomNbd inShorterUnit(GgomNbd model, double times) {
    return new GgomNbd(
        model.r(),
        model.alpha() * times,
        model.b() / times,
        model.s(),
        model.beta(),
        model.timeScale());
  }
}
