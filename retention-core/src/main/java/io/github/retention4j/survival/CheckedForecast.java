package io.github.retention4j.survival;

/** Asks a forecast for a chance, and refuses what is none. */
final class CheckedForecast {

  private CheckedForecast() {}

  static double survival(SurvivalForecast forecast, int row, double time) {
    double survival = forecast.survival(row, time);
    if (!(survival >= 0 && survival <= 1)) {
      throw new IllegalArgumentException(
          "survival ("
              + survival
              + ") forecast for row "
              + (row + 1)
              + " at "
              + TextTable.number(time)
              + " must be from 0 to 1");
    }
    return survival;
  }
}
