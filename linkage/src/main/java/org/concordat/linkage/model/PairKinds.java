package org.concordat.linkage.model;

import java.util.ArrayList;
import java.util.List;
import org.concordat.linkage.records.Records;

/**
 * Kinds of pairs by the sources of their records: matches within one source can be rare where matches across two are
 * common. With few sources each pair of sources is a kind; with many there are two: within one source and across.
 */
public final class PairKinds {
    private static final int MOST_SOURCES_APART = 6;

    private final Records records;
    private final int sources;
    private final boolean apart;
    private final List<String> names = new ArrayList<>();

    private PairKinds(Records records) {
        this.records = records;
        this.sources = records.sources().size();
        this.apart = sources <= MOST_SOURCES_APART;
        if (!apart) {
            names.addAll(List.of("within one source", "across two sources"));
            return;
        }
        for (int a = 0; a < sources; a++) {
            for (int b = 0; b <= a; b++) {
                names.add(
                        a == b
                                ? "within " + records.sources().get(a)
                                : records.sources().get(b) + " and "
                                        + records.sources().get(a));
            }
        }
    }

    /** The kinds that these records' sources make. */
    public static PairKinds of(Records records) {
        return new PairKinds(records);
    }

    /** How many kinds there are. */
    public int count() {
        return names.size();
    }

    /** How reports call a kind. */
    public String name(int kind) {
        return names.get(kind);
    }

    /** Whether both records of such a pair come from one source. */
    public boolean isWithin(int kind) {
        return sourcesOf(kind).size() == 1 || !apart && kind == 0;
    }

    /** The names of the one or two sources that this kind is about; none where kinds do not tell sources apart. */
    public List<String> sourcesOf(int kind) {
        if (apart) {
            for (int a = 0; a < sources; a++) {
                for (int b = 0; b <= a; b++) {
                    if (ofSources(a, b) == kind) {
                        List<String> all = records.sources();
                        return a == b ? List.of(all.get(a)) : List.of(all.get(b), all.get(a));
                    }
                }
            }
        }
        return List.of();
    }

    /** The kind of this pair of records. */
    public int of(int left, int right) {
        return sources == 1 ? 0 : ofSources(records.source(left), records.source(right));
    }

    /** The kind of a pair of records from these sources. */
    public int ofSources(int one, int other) {
        if (!apart) {
            return one == other ? 0 : 1;
        }
        int high = Math.max(one, other);
        return high * (high + 1) / 2 + Math.min(one, other);
    }

    /**
     * How many pairs of each kind there are that have at least one of these records.
     *
     * @param sampledOfSource how many of each source's records were sampled
     */
    public double[] pairs(int[] sampledOfSource) {
        double[] pairs = new double[count()];
        for (int a = 0; a < sources; a++) {
            double sampledA = sampledOfSource[a];
            double restA = records.sourceSize(a) - sampledA;
            pairs[ofSources(a, a)] += sampledA * (sampledA - 1) / 2 + sampledA * restA;
            for (int b = 0; b < a; b++) {
                double sampledB = sampledOfSource[b];
                double restB = records.sourceSize(b) - sampledB;
                pairs[ofSources(a, b)] += sampledA * sampledB + sampledA * restB + restA * sampledB;
            }
        }
        return pairs;
    }
}
