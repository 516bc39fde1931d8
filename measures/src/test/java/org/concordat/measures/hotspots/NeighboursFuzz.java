package org.concordat.measures.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.measures.areas.Boundaries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** The quick ways to neighbours against looking at every pair. A failure names the seed that repeats it. */
final class NeighboursFuzz {
    private static final long SEED = 20_261_130;

    /** A rectangle cut up at random, with corners on whole metres, so that borders often meet without common corners. */
    private static List<Geometry> cutUp(SplittableRandom random) {
        var done = new ArrayList<int[]>();
        var open = new ArrayList<int[]>();
        open.add(new int[] {0, 0, 64, 48});
        while (!open.isEmpty()) {
            int[] box = open.removeLast();
            int width = box[2] - box[0];
            int height = box[3] - box[1];
            if (Math.max(width, height) < 2 || done.size() + open.size() > 40 || random.nextInt(12) == 0) {
                done.add(box);
            } else if (width > 1 && (height < 2 || random.nextBoolean())) {
                int cut = box[0] + 1 + random.nextInt(width - 1);
                open.add(new int[] {box[0], box[1], cut, box[3]});
                open.add(new int[] {cut, box[1], box[2], box[3]});
            } else {
                int cut = box[1] + 1 + random.nextInt(height - 1);
                open.add(new int[] {box[0], box[1], box[2], cut});
                open.add(new int[] {box[0], cut, box[2], box[3]});
            }
        }
        // Slanted, so that sides are not along the axes, by a map that keeps whole numbers whole.
        int slant = random.nextInt(3);
        return done.stream()
                .filter(box -> random.nextInt(10) > 0)
                .map(b -> Boundaries.shape("POLYGON((%d %d,%d %d,%d %d,%d %d,%d %d))"
                        .formatted(
                                b[0],
                                b[1] + slant * b[0],
                                b[2],
                                b[1] + slant * b[2],
                                b[2],
                                b[3] + slant * b[2],
                                b[0],
                                b[3] + slant * b[0],
                                b[0],
                                b[1] + slant * b[0])))
                .toList();
    }

    @Test
    void findsTheBordersThatComparingAllPairsFinds() {
        for (int round = 0; round < 300; round++) {
            long seed = SEED + round;
            List<Geometry> shapes = cutUp(new SplittableRandom(seed));
            Neighbours queens = Contiguity.of(shapes, Contiguity.Kind.QUEEN, 1e-9);
            Neighbours rooks = Contiguity.of(shapes, Contiguity.Kind.ROOK, 1e-9);
            for (int area = 0; area < shapes.size(); area++) {
                Geometry shape = shapes.get(area);
                int self = area;
                int[] touching = IntStream.range(0, shapes.size())
                        .filter(other -> other != self && shape.distance(shapes.get(other)) == 0)
                        .toArray();
                assertThat(queens.of(area)).as("seed %d, area %d", seed, area).containsExactly(touching);
                int[] bordering = IntStream.of(touching)
                        .filter(other -> shape.intersection(shapes.get(other)).getDimension() == 1)
                        .toArray();
                assertThat(rooks.of(area)).as("seed %d, area %d", seed, area).containsExactly(bordering);
            }
        }
    }

    @Test
    void findsTheNearPointsThatComparingAllPairsFinds() {
        for (int round = 0; round < 100; round++) {
            long seed = SEED + round;
            var random = new SplittableRandom(seed);
            int n = 5 + random.nextInt(60);
            double[] xs = random.ints(n, 0, 12).asDoubleStream().toArray();
            double[] ys = random.ints(n, 0, 12).asDoubleStream().toArray();
            double metres = 1 + random.nextInt(5);
            int count = 1 + random.nextInt(4);
            Neighbours within = Nearness.within(xs, ys, metres);
            Neighbours nearest = Nearness.nearest(xs, ys, count);
            for (int i = 0; i < n; i++) {
                int at = i;
                assertThat(within.of(i))
                        .as("seed %d, point %d", seed, i)
                        .containsExactly(IntStream.range(0, n)
                                .filter(j -> j != at && distance(xs, ys, at, j) <= metres)
                                .toArray());
                assertThat(nearest.of(i))
                        .as("seed %d, point %d", seed, i)
                        .containsExactly(IntStream.range(0, n)
                                .filter(j -> j != at)
                                .boxed()
                                .sorted(Comparator.comparingDouble((Integer j) -> distance(xs, ys, at, j))
                                        .thenComparing(Comparator.naturalOrder()))
                                .limit(count)
                                .mapToInt(Integer::intValue)
                                .sorted()
                                .toArray());
            }
        }
    }

    private static double distance(double[] xs, double[] ys, int one, int other) {
        return Math.hypot(xs[one] - xs[other], ys[one] - ys[other]);
    }
}
