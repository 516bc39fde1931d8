package org.concordat.measures.indices;

/** Mean and standard deviation of all areas, summed in the order of the areas. */
final class Moments {
    private Moments() {}

    static double mean(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum / figures.length;
    }

    static double deviation(double[] figures, double mean) {
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        return Math.sqrt(squares / figures.length);
    }
}
