package org.concordat.measures.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether events near each other in space are also near each other in time, more than chance would have it: after one burglary,
 * are the neighbours at risk, how far and how long? Source: Knox, Applied Statistics 13 (1964), 25-30; with dates dealt
 * out anew over the places: Johnson and others, Journal of Quantitative Criminology 23 (2007), 201-219.
 *
 * <p>Pairs of events are counted by how far apart they lie in space and time, and so they are after each shuffle of the
 * dates. The p-value of a cell is (shuffles with as many or more, + 1) / (shuffles + 1). Known limits: dates of burglaries
 * are often known to within days only, and blurred places look like repeats.
 */
public final class NearRepeats {
    /**
     * One pair of a distance band and a time band.
     *
     * @param fromMetres where the distance band begins, itself included in the first band alone
     * @param toMetres where it ends, included
     * @param fromDays where the time band begins, included
     * @param toDays where it ends, included
     * @param observed pairs of events in both
     * @param expected their mean over all shuffles
     * @param p how often shuffles had as many or more
     */
    public record Cell(
            double fromMetres, double toMetres, int fromDays, int toDays, long observed, double expected, double p) {
        /** How many times as many pairs there are as chance would make; NaN where it makes none. */
        public double ratio() {
            return expected == 0 ? Double.NaN : observed / expected;
        }
    }

    private final double[] metres;
    private final int[] days;
    private final int[] ones;
    private final int[] others;
    private final byte[] bands;

    private NearRepeats(double[] metres, int[] days, int[] ones, int[] others, byte[] bands) {
        this.metres = metres;
        this.days = days;
        this.ones = ones;
        this.others = others;
        this.bands = bands;
    }

    /**
     * Counts near repeats.
     *
     * @param day of each event, counted from anywhere; other units of time do as well
     * @param metres ends of the distance bands, rising; 0 as the first makes a band of repeats at the same place
     * @param days last days of the time bands, rising from 0 or more: 7, 14 means 0 to 7 and 8 to 14
     * @param shuffles at least 99
     * @return a cell for each distance band and, within it, each time band
     */
    public static List<Cell> of(
            double[] xs, double[] ys, int[] day, double[] metres, int[] days, int shuffles, long seed) {
        KernelDensity.checkPoints(xs, ys, 2);
        check(xs.length, day, metres, days, shuffles);
        NearRepeats pairs = pairs(xs, ys, metres, days);
        long[] observed = pairs.count(day);
        long[][] shuffled = new long[shuffles][];
        IntStream.range(0, shuffles).parallel().forEach(shuffle -> {
            var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + shuffle);
            int[] dealt = day.clone();
            for (int i = dealt.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = dealt[i];
                dealt[i] = dealt[other];
                dealt[other] = kept;
            }
            shuffled[shuffle] = pairs.count(dealt);
        });
        return pairs.cells(observed, shuffled);
    }

    private static void check(int events, int[] day, double[] metres, int[] days, int shuffles) {
        if (day.length != events) {
            throw new IllegalArgumentException("one day for each of " + events + " events, given " + day.length);
        }
        if (shuffles < 99) {
            throw new IllegalArgumentException("shuffles are at least 99, given " + shuffles);
        }
        boolean rising = metres.length > 0 && metres.length < 100 && days.length > 0 && metres[0] >= 0 && days[0] >= 0;
        for (int i = 1; i < metres.length; i++) {
            rising &= metres[i] > metres[i - 1];
        }
        for (int i = 1; i < days.length; i++) {
            rising &= days[i] > days[i - 1];
        }
        if (!rising || Double.isInfinite(metres[metres.length - 1])) {
            throw new IllegalArgumentException("ends of bands rise from 0 or more, given " + Arrays.toString(metres)
                    + " metres and " + Arrays.toString(days) + " days");
        }
    }

    /** All pairs within the last distance, each once, found by a sweep over eastings. */
    private static NearRepeats pairs(double[] xs, double[] ys, double[] metres, int[] days) {
        int[] byX = IntStream.range(0, xs.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> xs[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double reach = metres[metres.length - 1];
        int[] ones = new int[1024];
        int[] others = new int[1024];
        byte[] bands = new byte[1024];
        int count = 0;
        for (int i = 0; i < byX.length; i++) {
            for (int j = i + 1; j < byX.length && xs[byX[j]] - xs[byX[i]] <= reach; j++) {
                double distance = Math.hypot(xs[byX[j]] - xs[byX[i]], ys[byX[j]] - ys[byX[i]]);
                if (distance <= reach) {
                    if (count == ones.length) {
                        ones = Arrays.copyOf(ones, count * 2);
                        others = Arrays.copyOf(others, count * 2);
                        bands = Arrays.copyOf(bands, count * 2);
                    }
                    byte band = 0;
                    while (distance > metres[band]) {
                        band++;
                    }
                    ones[count] = byX[i];
                    others[count] = byX[j];
                    bands[count++] = band;
                }
            }
        }
        return new NearRepeats(
                metres.clone(),
                days.clone(),
                Arrays.copyOf(ones, count),
                Arrays.copyOf(others, count),
                Arrays.copyOf(bands, count));
    }

    private long[] count(int[] day) {
        long[] counts = new long[metres.length * days.length];
        int last = days[days.length - 1];
        for (int pair = 0; pair < ones.length; pair++) {
            long apart = Math.abs((long) day[ones[pair]] - day[others[pair]]);
            if (apart <= last) {
                int band = 0;
                while (apart > days[band]) {
                    band++;
                }
                counts[bands[pair] * days.length + band]++;
            }
        }
        return counts;
    }

    private List<Cell> cells(long[] observed, long[][] shuffled) {
        var cells = new ArrayList<Cell>();
        for (int distance = 0; distance < metres.length; distance++) {
            for (int time = 0; time < days.length; time++) {
                int at = distance * days.length + time;
                long sum = 0;
                int asMany = 0;
                for (long[] counts : shuffled) {
                    sum += counts[at];
                    asMany += counts[at] >= observed[at] ? 1 : 0;
                }
                cells.add(new Cell(
                        distance == 0 ? 0 : metres[distance - 1],
                        metres[distance],
                        time == 0 ? 0 : days[time - 1] + 1,
                        days[time],
                        observed[at],
                        (double) sum / shuffled.length,
                        (asMany + 1.0) / (shuffled.length + 1)));
            }
        }
        return cells;
    }
}
