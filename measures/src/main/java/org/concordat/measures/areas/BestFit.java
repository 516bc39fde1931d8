package org.concordat.measures.areas;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Allots whole areas to the areas of another map by where their residents live, with how good the fit is: the small parts of
 * each area stand for their residents by one point each, their population-weighted centroid. Source: Office for National
 * Statistics, best-fitting policy (2011). Ties go to the lowest code, and are said.
 */
public final class BestFit {
    private BestFit() {}

    /**
     * A small part of an area, such as an output area.
     *
     * @param code its own
     * @param whole the code of the area to be allotted; its own where that is the part itself
     * @param x easting of its population-weighted centroid, in the metres of the other map
     * @param y northing of it
     * @param residents 0 or more
     */
    public record Part(String code, String whole, double x, double y, double residents) {
        public Part {
            if (!(residents >= 0) || Double.isInfinite(residents)) {
                throw new IllegalArgumentException("residents of " + code + " are 0 or more, given " + residents);
            }
        }
    }

    /**
     * What an area fits best.
     *
     * @param whole its code
     * @param target the code of the other map's area that most of its residents live in; empty where none do
     * @param degree the share of its residents who live there, 0 to 1
     * @param shares the share of its residents in every area where some live; less than 1 together where some live in none
     * @param tied whether another area holds as many
     */
    public record Fit(String whole, String target, double degree, SortedMap<String, Double> shares, boolean tied) {}

    /** The best fit of each whole area, in the order of their codes. */
    public static List<Fit> of(List<Part> parts, AreaSet targets) {
        var residents = new TreeMap<String, TreeMap<String, Double>>();
        var totals = new TreeMap<String, Double>();
        for (Part part : parts) {
            totals.merge(part.whole(), part.residents(), Double::sum);
            var held = residents.computeIfAbsent(part.whole(), whole -> new TreeMap<>());
            int target = targets.locate(part.x(), part.y());
            if (target != AreaSet.NONE) {
                held.merge(targets.areas().get(target).code(), part.residents(), Double::sum);
            }
        }
        var fits = new ArrayList<Fit>();
        residents.forEach((whole, held) -> fits.add(fit(whole, held, totals.getOrDefault(whole, 0.0))));
        return fits;
    }

    private static Fit fit(String whole, SortedMap<String, Double> held, double total) {
        if (!(total > 0)) {
            throw new IllegalArgumentException("area " + whole + " has no residents to fit it by; leave it out");
        }
        String best = "";
        double most = 0;
        boolean tied = false;
        var shares = new TreeMap<String, Double>();
        for (var target : held.entrySet()) {
            shares.put(target.getKey(), target.getValue() / total);
            if (target.getValue() > most) {
                best = target.getKey();
                most = target.getValue();
                tied = false;
            } else if (target.getValue() == most && most > 0) {
                tied = true;
            }
        }
        return new Fit(whole, best, most / total, shares, tied);
    }
}
