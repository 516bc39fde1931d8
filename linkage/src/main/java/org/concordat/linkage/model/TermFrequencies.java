package org.concordat.linkage.model;

import java.util.Map;
import org.concordat.linkage.records.Column;
import org.jspecify.annotations.Nullable;

/**
 * How common each value of a column is among <em>other</em> people, so that sharing a rare surname weighs more than
 * sharing a common one.
 *
 * <p>A file that holds several records of one person makes that person's values look common. The expected records of
 * one person are therefore taken off each count; a value that only one person seems to have is given half a person.
 */
public final class TermFrequencies {
    private final float[] rarities;
    private final double meanRarityOfEqual;

    private TermFrequencies(float[] rarities, double meanRarityOfEqual) {
        this.rarities = rarities;
        this.meanRarityOfEqual = meanRarityOfEqual;
    }

    /**
     * Frequencies counted in the records themselves, or taken from a population where it knows the value.
     *
     * @param recordsPerPerson how many records one person is expected to have, 1 or more
     * @param population share of a whole population that has each value, from 0 to 1, if known
     */
    public static TermFrequencies of(Column column, double recordsPerPerson, @Nullable Map<String, Double> population) {
        double present = Math.max(1, column.present());
        float[] rarities = new float[column.distinct() + 1];
        double sum = 0;
        double squares = 0;
        for (int code = 1; code < rarities.length; code++) {
            double others = Math.max(column.count(code) - recordsPerPerson, recordsPerPerson / 2);
            double frequency = Math.min(1, others / present);
            if (population != null) {
                Double known = population.get(column.value(code));
                if (known != null && known > 0) {
                    frequency = known;
                }
            }
            rarities[code] = (float) (1 / frequency);
            sum += frequency;
            squares += frequency * frequency;
        }
        return new TermFrequencies(rarities, squares == 0 ? 1 : sum / squares);
    }

    /** One divided by the value's frequency. */
    public double rarity(int code) {
        return rarities[code];
    }

    /**
     * How rare the agreement on two similar values is: under strangers a pair is as likely as the product of its
     * frequencies, while one person's two spellings start from either, so the evidence goes with the sum of rarities.
     */
    double rarity(int one, int other) {
        return one == other ? rarities[one] : rarities[one] + (double) rarities[other];
    }

    /** The mean rarity over pairs of strangers that share a value. */
    double meanRarityOfEqual() {
        return meanRarityOfEqual;
    }
}
