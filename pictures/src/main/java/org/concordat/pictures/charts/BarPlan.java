package org.concordat.pictures.charts;

import java.util.List;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.drawing.Scale;

/** What the two ways of drawing bars share: the amounts, and how far their axis reaches. */
record BarPlan(
        List<BarChart.Group> groups,
        List<String> series,
        boolean stacked,
        double upTo,
        String rowsAre,
        String amountsAre,
        Numbers style) {

    int barsInGroup() {
        return stacked ? 1 : Math.max(1, series.size());
    }

    double sum(BarChart.Group group) {
        return group.stream().filter(a -> !Double.isNaN(a)).sum();
    }

    /** An axis that holds nought and every bar. */
    Scale scale(double start, double end) {
        double low = 0;
        double high = Double.isNaN(upTo) ? 0 : upTo;
        for (var group : groups) {
            for (double amount : group.amounts()) {
                low = Math.min(low, Double.isNaN(amount) ? 0 : amount);
                high = Math.max(high, Double.isNaN(amount) ? 0 : amount);
            }
            high = stacked ? Math.max(high, sum(group)) : high;
        }
        return high == upTo && low == 0 && high > 0
                ? new Scale(0, high, start, end, false)
                : Scale.around(low, high, start, end);
    }

    String total(BarChart.Group group) {
        boolean none = group.stream().allMatch(Double::isNaN);
        return style.write(none ? Double.NaN : sum(group));
    }
}
