package org.concordat.linkage;

import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.blocking.BlockingPlan;
import org.concordat.linkage.blocking.Blocks;
import org.concordat.linkage.clustering.Clustering;
import org.concordat.linkage.clustering.Corroboration;
import org.concordat.linkage.clustering.Merges;
import org.concordat.linkage.explain.LevelWeights;
import org.concordat.linkage.explain.Linkability;
import org.concordat.linkage.explain.PersonReasons;
import org.concordat.linkage.explain.Waterfall;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.model.Model;
import org.concordat.linkage.model.PairKinds;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.model.TermFrequencies;
import org.concordat.linkage.model.TrainedModel;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Links;
import org.jspecify.annotations.Nullable;

/** The answer of a {@link Linker}: links, persons, and everything needed to explain them. */
public final class Linkage {
    private final LinkageSettings settings;
    private final Comparisons comparisons;
    private final PairKinds kinds;
    private final Model model;
    private final @Nullable TermFrequencies[] terms;
    private final PairScorer scorer;
    private final double recordsPerPerson;
    private final BlockingPlan plan;
    private final Blocks blocks;
    private final long[] comparedByRule;
    private final Links links;
    private final int[] persons;
    private final int[] households;
    private final List<Clustering.Bridge> bridges;
    private final Merges merges;
    private final Corroboration corroboration;
    private final boolean[] cleanSources;

    Linkage(
            LinkageSettings settings,
            Comparisons comparisons,
            PairKinds kinds,
            Model model,
            @Nullable TermFrequencies[] terms,
            double recordsPerPerson,
            BlockingPlan plan,
            Blocks blocks,
            long[] comparedByRule,
            Links links,
            int[] persons,
            int[] households,
            List<Clustering.Bridge> bridges,
            Merges merges,
            Corroboration corroboration,
            boolean[] cleanSources) {
        this.settings = settings;
        this.comparisons = comparisons;
        this.kinds = kinds;
        this.model = model;
        this.terms = terms;
        this.scorer = new PairScorer(model, terms);
        this.recordsPerPerson = recordsPerPerson;
        this.plan = plan;
        this.blocks = blocks;
        this.comparedByRule = comparedByRule;
        this.links = links;
        this.persons = persons;
        this.households = households;
        this.bridges = List.copyOf(bridges);
        this.merges = merges;
        this.corroboration = corroboration;
        this.cleanSources = cleanSources;
    }

    public LinkageSettings settings() {
        return settings;
    }

    public Records records() {
        return comparisons.records();
    }

    public Comparisons comparisons() {
        return comparisons;
    }

    public PairKinds kinds() {
        return kinds;
    }

    public Model model() {
        return model;
    }

    /**
     * Whether training could tell matches from chance. If not, the columns say too little, or are too few for so many
     * records: no pair is probable then, which does not mean that nobody is in the files twice.
     */
    public boolean couldTell() {
        return model.convergence().converged();
    }

    /** How many pairs of all records are expected to be one person, found or not. */
    public double expectedMatches() {
        double[] pairs = Linker.allPairs(kinds, records());
        double matches = 0;
        for (int k = 0; k < pairs.length; k++) {
            matches += pairs[k] * model.prior(k);
        }
        return matches;
    }

    /** The model with all that is needed to link other records alike; can be kept in a model file. */
    public TrainedModel trainedModel() {
        return TrainedModel.of(
                model, kinds, Linker.allPairs(kinds, records()), plan, settings.seed(), recordsPerPerson);
    }

    /** For each comparison how common its values are; {@code null} where that does not matter. */
    public @Nullable TermFrequencies[] termFrequencies() {
        return terms.clone();
    }

    /** The rules by which records were brought together. */
    public BlockingPlan plan() {
        return plan;
    }

    /** What each rule brought, and which values were too common for it. */
    public Blocks blocks() {
        return blocks;
    }

    /** How many pairs were compared. */
    public long comparedPairs() {
        return Arrays.stream(comparedByRule).sum();
    }

    /** How many pairs a rule brought that no earlier rule had. */
    public long comparedPairs(int rule) {
        return comparedByRule[rule];
    }

    /** Every pair that is probable enough to be kept, each once. */
    public Links links() {
        return links;
    }

    /** The person of a record, named by the number of that person's first record. */
    public int person(int record) {
        return persons[record];
    }

    /** The household of a record, named by the number of that household's first record. */
    public int household(int record) {
        return households[record];
    }

    /** Strong links that did not join their groups: for review. */
    public List<Clustering.Bridge> bridges() {
        return bridges;
    }

    /** Whether the source was found to hold each person once. */
    public boolean isCleanSource(int source) {
        return cleanSources[source];
    }

    /** Whether a rule brings these records together. */
    public boolean isCandidate(int left, int right) {
        for (int rule = 0; rule < blocks.rules(); rule++) {
            int key = blocks.key(left, rule);
            if (key != 0 && key == blocks.key(right, rule)) {
                return true;
            }
        }
        return false;
    }

    /** The weight of any pair of records in bits, as links have it, whether it was a candidate or not. */
    public double bits(int left, int right) {
        Evidence evidence = evidence();
        return corroboration.bits(left, right, evidence.bits(left, right), evidence);
    }

    private Evidence evidence() {
        return new Evidence(comparisons, kinds, scorer);
    }

    /** The weight of any pair of records taken apart; the steps add up to {@link #bits}. */
    public Waterfall explain(int left, int right) {
        Waterfall alone = Waterfall.of(comparisons, kinds, scorer, left, right);
        double own = alone.bits();
        double more = corroboration.bits(left, right, own, evidence()) - own;
        if (more == 0) {
            return alone;
        }
        String words = more > 0 ? "seen together, more certain" : "seen together, less certain";
        return alone.with(
                new Waterfall.Step(Waterfall.Part.OTHER_RECORDS, "other records of these persons", words, more));
    }

    /** What each level of each comparison is worth. */
    public List<LevelWeights> levelWeights() {
        return LevelWeights.of(model);
    }

    /** For each source how many records could not reach the threshold of a person however well another one agreed. */
    public List<Linkability> linkability() {
        double threshold = settings.personThreshold();
        double bits = Math.log(threshold / (1 - threshold)) / Math.log(2);
        return Linkability.of(comparisons, kinds, scorer, bits);
    }

    /** Why the records of this record's person are together. */
    public PersonReasons reasons(int record) {
        return new PersonReasons(
                persons[record],
                merges.of(persons[record]).stream()
                        .map(m -> new PersonReasons.Reason(m.left(), m.right(), m.bits(), m.meanBits()))
                        .toList());
    }
}
