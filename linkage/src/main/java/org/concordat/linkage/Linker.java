package org.concordat.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.concordat.linkage.LinkageProgress.Stage;
import org.concordat.linkage.blocking.BlockingKey;
import org.concordat.linkage.blocking.BlockingKeys;
import org.concordat.linkage.blocking.BlockingPlan;
import org.concordat.linkage.blocking.Blocks;
import org.concordat.linkage.blocking.Probe;
import org.concordat.linkage.clustering.Clustering;
import org.concordat.linkage.clustering.Corroboration;
import org.concordat.linkage.clustering.Households;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.model.Model;
import org.concordat.linkage.model.PairKinds;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.model.PatternCounts;
import org.concordat.linkage.model.RandomPairs;
import org.concordat.linkage.model.TermFrequencies;
import org.concordat.linkage.model.TrainedModel;
import org.concordat.linkage.model.Training;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Links;
import org.concordat.linkage.scoring.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one person among all records: samples, learns, plans, compares, joins.
 *
 * <p>Needs no examples and no settings beyond the defaults. The same records and seed give the same answer whatever the
 * number of threads.
 */
public final class Linker {
    private static final int MOST_SAMPLED = 20_000;
    /** A pair of the probe that is at least this probable helps to choose rules. */
    private static final double PROBABLE = .3;
    /** A source with fewer matches within than this share of its records is taken to hold each person once. */
    private static final double CLEAN_SHARE = .002;

    private final LinkageSettings settings;
    private final LinkageProgress progress;
    private final Scan.@Nullable CandidateListener candidates;

    public Linker(LinkageSettings settings, LinkageProgress progress) {
        this(settings, progress, null);
    }

    /** @param candidates is told every pair that is compared */
    public Linker(LinkageSettings settings, LinkageProgress progress, Scan.@Nullable CandidateListener candidates) {
        this.settings = settings;
        this.progress = progress;
        this.candidates = candidates;
    }

    /** Links the records, learning the model from them. */
    public Linkage link(Records records) {
        return run(records, null);
    }

    /** Links the records by a model that was trained before on records with the same columns. */
    public Linkage link(Records records, TrainedModel model) {
        return run(records, model);
    }

    private Linkage run(Records records, @Nullable TrainedModel known) {
        if (records.size() < 2) {
            throw new LinkageException(
                    "LINK-TOO-FEW-RECORDS",
                    "There are " + records.size() + " records; at least two are needed to link anything."
                            + " Check that the files hold rows.");
        }
        ForkJoinTask<List<BlockingKey>> offered =
                ForkJoinTask.adapt(() -> BlockingKeys.of(records)).fork();
        Comparisons comparisons = Comparisons.of(records);
        PairKinds kinds = PairKinds.of(records);
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<BlockingKey> keys = offered.join();
        Learnt learnt = known == null
                ? learn(records, comparisons, kinds, keys, random)
                : reuse(known, records, comparisons, kinds, keys, random);
        Model model = learnt.model;
        TermFrequencies[] terms = learnt.terms;
        BlockingPlan plan = learnt.plan;
        Blocks blocks = new Blocks(records, plan.rules());
        PairScorer scorer = new PairScorer(model, terms);
        progress.plans(plan, blocks);
        progress.begins(
                Stage.COMPARE,
                IntStream.range(0, blocks.rules()).mapToLong(blocks::pairs).sum());
        Scan scan = new Scan(comparisons, blocks, kinds, scorer, bits(settings.leastProbability()), candidates);
        Scan.Result found = scan.run(progress::advances);
        progress.begins(Stage.CLUSTER, 0);
        Supplier<Evidence> evidences = () -> new Evidence(comparisons, kinds, scorer);
        boolean[] clean = cleanSources(model, kinds, records);
        Clustering clustering = new Clustering(
                bits(settings.personThreshold()), Clustering.LEAST_MEAN_BITS, evidences, records::source, clean);
        int[] persons = clustering.run(records.size(), found.links());
        Corroboration corroboration = new Corroboration(persons);
        progress.begins(Stage.HOUSEHOLDS, 0);
        // One thread finds households while the others weigh links again.
        ForkJoinTask<int[]> homes =
                ForkJoinTask.adapt(() -> Households.of(records, persons)).fork();
        Links links = corroboration.weigh(found.links(), bits(settings.leastProbability()), evidences);
        int[] households = homes.join();
        return new Linkage(
                settings,
                comparisons,
                kinds,
                model,
                terms,
                learnt.recordsPerPerson,
                plan,
                blocks,
                found.comparedByRule(),
                links,
                persons,
                households,
                clustering.bridges(),
                clustering.merges(),
                corroboration,
                clean);
    }

    /** What must be known before pairs are compared. */
    private record Learnt(Model model, @Nullable TermFrequencies[] terms, double recordsPerPerson, BlockingPlan plan) {}

    private Learnt learn(
            Records records,
            Comparisons comparisons,
            PairKinds kinds,
            List<BlockingKey> keys,
            SplittableRandom random) {
        progress.begins(Stage.SAMPLE, 0);
        Probe probe = Probe.draw(records, keys, settings.probePairs(), MOST_SAMPLED, random.split());
        long[] patterns = patterns(comparisons, kinds, probe);
        RandomPairs strangers = RandomPairs.draw(comparisons, kinds, settings.randomPairs(), random.split());
        progress.begins(Stage.TRAIN, 0);
        double[] pairsOfKind = kinds.pairs(sampledOfSource(records, probe));
        Model unbounded = train(comparisons, patterns, pairsOfKind, strangers, records.size());
        Model trained = unbounded.withPriorsAtMost(oneToOne(unbounded, kinds, records));
        double recordsPerPerson = recordsPerPerson(trained, kinds, records);
        TermFrequencies[] terms = terms(comparisons, recordsPerPerson);
        Model model = trained.withTerms(strangers, terms);
        progress.begins(Stage.PLAN, 0);
        BlockingPlan plan = plan(records, keys, probe, patterns, model, recordsPerPerson, random.split());
        return new Learnt(model, terms, recordsPerPerson, plan);
    }

    private Learnt reuse(
            TrainedModel known,
            Records records,
            Comparisons comparisons,
            PairKinds kinds,
            List<BlockingKey> keys,
            SplittableRandom random) {
        Model model = known.fitting(comparisons.all(), kinds);
        BlockingPlan plan = known.plan(keys);
        if (plan == null) {
            progress.begins(Stage.SAMPLE, 0);
            Probe probe = Probe.draw(records, keys, settings.probePairs(), MOST_SAMPLED, random.split());
            progress.begins(Stage.PLAN, 0);
            plan = plan(
                    records,
                    keys,
                    probe,
                    patterns(comparisons, kinds, probe),
                    model,
                    known.recordsPerPerson(),
                    random.split());
        }
        return new Learnt(model, terms(comparisons, known.recordsPerPerson()), known.recordsPerPerson(), plan);
    }

    private static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    private static long[] patterns(Comparisons comparisons, PairKinds kinds, Probe probe) {
        long[] patterns = new long[probe.size()];
        int part = 50_000;
        IntStream.range(0, (probe.size() + part - 1) / part).parallel().forEach(p -> {
            PairComparer comparer = new PairComparer(comparisons);
            for (int i = p * part; i < Math.min(probe.size(), (p + 1) * part); i++) {
                int left = probe.left(i);
                int right = probe.right(i);
                patterns[i] = Training.ofKind(comparer.pattern(comparisons.rows(), left, right), kinds.of(left, right));
            }
        });
        return patterns;
    }

    private static int[] sampledOfSource(Records records, Probe probe) {
        int[] sampled = new int[records.sources().size()];
        for (int r = 0; r < records.size(); r++) {
            if (probe.isSampled(r)) {
                sampled[records.source(r)]++;
            }
        }
        return sampled;
    }

    private static Model train(
            Comparisons comparisons, long[] patterns, double[] pairsOfKind, RandomPairs strangers, int records) {
        PatternCounts compared = new PatternCounts();
        for (long pattern : patterns) {
            compared.add(pattern, 1);
        }
        return new Training(comparisons.all(), compared, pairsOfKind, strangers.patterns()).fit(1.0 / records);
    }

    private static double recordsPerPerson(Model model, PairKinds kinds, Records records) {
        double[] pairs = allPairs(kinds, records);
        double matches = 0;
        for (int k = 0; k < pairs.length; k++) {
            matches += pairs[k] * model.prior(k);
        }
        return 1 + 2 * matches / records.size();
    }

    /** How many pairs of each kind all records make. */
    static double[] allPairs(PairKinds kinds, Records records) {
        int[] all = new int[records.sources().size()];
        for (int s = 0; s < all.length; s++) {
            all[s] = records.sourceSize(s);
        }
        return kinds.pairs(all);
    }

    private @Nullable TermFrequencies[] terms(Comparisons comparisons, double recordsPerPerson) {
        List<Comparison> all = comparisons.all();
        @Nullable TermFrequencies[] terms = new TermFrequencies[all.size()];
        for (int c = 0; c < terms.length; c++) {
            Column column = all.get(c).terms();
            terms[c] = column == null
                    ? null
                    : TermFrequencies.of(
                            column, recordsPerPerson, settings.population().get(column.attribute()));
        }
        return terms;
    }

    private BlockingPlan plan(
            Records records,
            List<BlockingKey> keys,
            Probe probe,
            long[] patterns,
            Model model,
            double recordsPerPerson,
            SplittableRandom random) {
        int[] lefts = new int[patterns.length];
        int[] rights = new int[patterns.length];
        double[] probabilities = new double[patterns.length];
        int kept = 0;
        for (int p = 0; p < patterns.length; p++) {
            double probability = model.probability(Training.levels(patterns[p]), Training.kind(patterns[p]));
            if (probability >= PROBABLE) {
                lefts[kept] = probe.left(p);
                rights[kept] = probe.right(p);
                probabilities[kept++] = probability;
            }
        }
        return BlockingPlan.propose(
                records,
                keys,
                Arrays.copyOf(lefts, kept),
                Arrays.copyOf(rights, kept),
                Arrays.copyOf(probabilities, kept),
                (recordsPerPerson - 1) * records.size() / 2,
                settings.budgetFor(records.size()),
                random);
    }

    /** The largest share of each kind's pairs that can be one person: two sources without duplicates match one to one. */
    private static double[] oneToOne(Model model, PairKinds kinds, Records records) {
        boolean[] clean = cleanSources(model, kinds, records);
        double[] most = new double[kinds.count()];
        Arrays.fill(most, 1);
        for (int a = 0; a < clean.length; a++) {
            for (int b = 0; b < a; b++) {
                int kind = kinds.ofSources(a, b);
                if (clean[a] && clean[b] && kinds.sourcesOf(kind).size() == 2) {
                    most[kind] = 1.0 / Math.max(1, Math.max(records.sourceSize(a), records.sourceSize(b)));
                }
            }
        }
        return most;
    }

    private static boolean[] cleanSources(Model model, PairKinds kinds, Records records) {
        boolean[] clean = new boolean[records.sources().size()];
        for (int s = 0; s < clean.length; s++) {
            double size = records.sourceSize(s);
            double within = model.prior(kinds.ofSources(s, s)) * size * (size - 1) / 2;
            clean[s] = clean.length > 1 && within < CLEAN_SHARE * size;
        }
        return clean;
    }
}
