package org.concordat.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.blocking.BlockingKey;
import org.concordat.linkage.blocking.BlockingPlan;
import org.concordat.linkage.blocking.RuleWords;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparison.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A model bound to no records, so that it can be kept in a {@link ModelFile} and used on others.
 *
 * <p>Used again, it weighs a pattern of agreement as it did before. The priors are kept as shares of pairs: right for
 * the same files a month later or for a sample of them, too high for files many times as large. How common each value
 * is comes from the records at hand; no value of any record is kept.
 */
public final class TrainedModel {
    /**
     * A comparison in words.
     *
     * @param similarLevels how many of the leading levels the rarity of the value matters to
     */
    record Words(String name, Attribute attribute, Scope scope, List<String> levels, int similarLevels) {
        static Words of(Comparison c) {
            return new Words(c.name(), c.attribute(), c.scope(), c.levels(), c.similarLevels());
        }
    }

    /** The rules by which the training records were brought together, and the share of matches they should find. */
    record Blocking(double expectedCoverage, List<RuleWords> rules) {}

    final List<Words> comparisons;
    final Dependence persons;
    /** In the order of {@link Relation}. */
    final Dependence[] related;

    final Dependence strangers;
    final List<KindPriors> kinds;
    final double[][] meanRarity;
    final Training.Convergence convergence;
    final long seed;
    final double recordsPerPerson;
    final @Nullable Blocking blocking;

    TrainedModel(
            List<Words> comparisons,
            Dependence persons,
            Dependence[] related,
            Dependence strangers,
            List<KindPriors> kinds,
            double[][] meanRarity,
            Training.Convergence convergence,
            long seed,
            double recordsPerPerson,
            @Nullable Blocking blocking) {
        this.comparisons = List.copyOf(comparisons);
        this.persons = persons;
        this.related = related;
        this.strangers = strangers;
        this.kinds = List.copyOf(kinds);
        this.meanRarity = meanRarity;
        this.convergence = convergence;
        this.seed = seed;
        this.recordsPerPerson = recordsPerPerson;
        this.blocking = blocking;
    }

    /**
     * What is worth keeping of a linkage.
     *
     * @param pairsOfKind how many pairs of each kind the records make
     * @param seed what the training's samples started from
     * @param recordsPerPerson how many records a person is expected to have, 1 or more
     */
    public static TrainedModel of(
            Model model, PairKinds kinds, double[] pairsOfKind, BlockingPlan plan, long seed, double recordsPerPerson) {
        List<KindPriors> priors = new ArrayList<>();
        for (int k = 0; k < kinds.count(); k++) {
            int number = k;
            priors.add(new KindPriors(
                    kinds.sourcesOf(k),
                    kinds.isWithin(k),
                    pairsOfKind[k],
                    model.personShare[k],
                    Arrays.stream(model.relatedShare)
                            .map(shares -> shares[number])
                            .toList()));
        }
        return new TrainedModel(
                model.comparisons().stream().map(Words::of).toList(),
                model.persons,
                model.related,
                model.strangers,
                priors,
                model.meanRarity,
                model.convergence(),
                seed,
                recordsPerPerson,
                plan.comparesEveryPair() || plan.rules().isEmpty()
                        ? null
                        : new Blocking(
                                plan.expectedCoverage(),
                                plan.rules().stream().map(RuleWords::of).toList()));
    }

    /** How the training went. */
    public Training.Convergence convergence() {
        return convergence;
    }

    /** What the training's samples started from. */
    public long seed() {
        return seed;
    }

    /** How many records a person was expected to have in the training records, 1 or more. */
    public double recordsPerPerson() {
        return recordsPerPerson;
    }

    /**
     * The rules of the training records for the keys of these records; {@code null} where the model has none, as after
     * training on so few records that all pairs were compared, and rules must be chosen from the records.
     *
     * @throws LinkageException {@code MODEL-OTHER-COLUMNS} when the records lack a key
     */
    public @Nullable BlockingPlan plan(List<BlockingKey> keys) {
        return blocking == null ? null : RuleWords.plan(blocking.rules, blocking.expectedCoverage, keys);
    }

    /**
     * This model for records with the same comparisons.
     *
     * <p>Kinds of pair are recognised by the names of their sources. Where these differ, pairs within one source get
     * the mean prior of all kinds within, and pairs across two that of all kinds across.
     *
     * @throws LinkageException {@code MODEL-OTHER-COLUMNS} when a comparison is missing, new or has other levels
     */
    public Model fitting(List<Comparison> others, PairKinds otherKinds) {
        checkComparisons(others);
        List<KindPriors> priors = priors(otherKinds);
        int[] order = others.stream().mapToInt(c -> indexOf(c.name())).toArray();
        double[] person = priors.stream().mapToDouble(KindPriors::onePerson).toArray();
        double[][] relatedShare = new double[related.length][];
        for (int r = 0; r < related.length; r++) {
            int number = r;
            relatedShare[r] =
                    priors.stream().mapToDouble(p -> p.related().get(number)).toArray();
        }
        return new Model(
                others,
                persons.inOrder(order),
                Arrays.stream(related).map(r -> r.inOrder(order)).toArray(Dependence[]::new),
                strangers.inOrder(order),
                person,
                relatedShare,
                Arrays.stream(order).mapToObj(c -> meanRarity[c]).toArray(double[][]::new),
                convergence);
    }

    private int indexOf(String name) {
        for (int c = 0; c < comparisons.size(); c++) {
            if (comparisons.get(c).name.equals(name)) {
                return c;
            }
        }
        return -1;
    }

    private void checkComparisons(List<Comparison> others) {
        Set<String> missing =
                comparisons.stream().map(Words::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> extra = others.stream().map(Comparison::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> both = new HashSet<>(missing);
        both.retainAll(extra);
        missing.removeAll(both);
        extra.removeAll(both);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            throw new LinkageException(
                    "MODEL-OTHER-COLUMNS",
                    "The model was trained on other columns."
                            + (missing.isEmpty()
                                    ? ""
                                    : " It compares " + listed(missing) + ", which these records lack.")
                            + (extra.isEmpty()
                                    ? ""
                                    : " It does not know " + listed(extra) + ", which these records have.")
                            + " Train a model on these records, or name the same columns as then.");
        }
        for (Comparison other : others) {
            if (!Words.of(other).equals(comparisons.get(indexOf(other.name())))) {
                throw new LinkageException(
                        "MODEL-OTHER-COLUMNS",
                        "The model compares " + other.name()
                                + " by other levels than this version does. Train a model on these records.");
            }
        }
    }

    private static String listed(Set<String> names) {
        return String.join(", ", names);
    }

    private List<KindPriors> priors(PairKinds others) {
        List<KindPriors> sameSources = new ArrayList<>();
        for (int k = 0; k < others.count(); k++) {
            for (KindPriors known : kinds) {
                if (known.isWithin() == others.isWithin(k)
                        && Set.copyOf(known.sources()).equals(Set.copyOf(others.sourcesOf(k)))) {
                    sameSources.add(known);
                }
            }
        }
        if (sameSources.size() == others.count() && others.count() == kinds.size()) {
            return sameSources;
        }
        List<KindPriors> means = new ArrayList<>();
        for (int k = 0; k < others.count(); k++) {
            boolean within = others.isWithin(k);
            List<KindPriors> alike =
                    kinds.stream().filter(kind -> kind.isWithin() == within).toList();
            means.add(KindPriors.mean(alike.isEmpty() ? kinds : alike, within));
        }
        return means;
    }

    @Override
    public String toString() {
        return "TrainedModel" + comparisons.stream().map(Words::name).toList();
    }
}
