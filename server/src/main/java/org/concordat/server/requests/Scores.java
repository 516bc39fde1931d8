package org.concordat.server.requests;

import java.util.List;

/** How all who handed in scored one criterion. */
public record Scores(Criterion criterion, List<Given> given) {
    public Scores {
        given = List.copyOf(given);
    }

    /**
     * What one assessor gave.
     *
     * @param points from 1 to 5
     * @param reason empty where none was given
     */
    public record Given(Assessor.Kind kind, int points, String reason) {}

    /** Lowest points. */
    public int lowest() {
        return given.stream().mapToInt(Given::points).min().orElse(0);
    }

    /** Highest points. */
    public int highest() {
        return given.stream().mapToInt(Given::points).max().orElse(0);
    }

    /** The middle of them, rounded to halves. */
    public double median() {
        List<Integer> sorted = given.stream().map(Given::points).sorted().toList();
        int size = sorted.size();
        if (size == 0) {
            return 0;
        }
        return size % 2 == 1 ? sorted.get(size / 2) : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2.0;
    }

    /** How far apart the lowest and the highest are. */
    public int spread() {
        return highest() - lowest();
    }

    /** Whether they are two points or more apart: then it should be talked about. */
    public boolean isDisputed() {
        return spread() >= 2;
    }

    /** How many of a kind gave so many points. */
    public long count(Assessor.Kind kind, int points) {
        return given.stream()
                .filter(each -> each.kind() == kind && each.points() == points)
                .count();
    }

    /** A dot for each, for a picture of 1 to 5 from left to right; those who agree stand on each other. */
    public List<Dot> dots() {
        var dots = new java.util.ArrayList<Dot>();
        int[] height = new int[6];
        for (Given each : given) {
            dots.add(new Dot(30 + (each.points() - 1) * 60, 60 - height[each.points()]++ * 14, each.kind()));
        }
        return dots;
    }

    /** Where the picture begins, so that the highest dot is within it. */
    public int top() {
        return dots().stream().mapToInt(Dot::y).min().orElse(60) - 10;
    }

    /** Where a dot stands in the picture, in its own units. */
    public record Dot(int x, int y, Assessor.Kind kind) {}
}
