package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

class NegativeBinomialModelProperties extends PurchaseModelLaws<NegativeBinomialModel> {

  @Override
  @Provide
  Arbitrary<NegativeBinomialModel> models() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.1, 3), Arbitraries.doubles().between(3, 30))
        .as((r, alpha) -> new NegativeBinomialModel(r, alpha, TimeScale.WEEK));
  }

  @Override
  NegativeBinomialModel inShorterUnit(NegativeBinomialModel model, double times) {
    return new NegativeBinomialModel(model.r(), model.alpha() * times, model.timeScale());
  }
}
