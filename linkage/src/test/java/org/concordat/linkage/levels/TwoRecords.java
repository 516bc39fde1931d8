package org.concordat.linkage.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.jspecify.annotations.Nullable;

/** Two records to be compared, written attribute by attribute. */
final class TwoRecords {
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<@Nullable String> left = new ArrayList<>();
    private final List<@Nullable String> right = new ArrayList<>();

    private TwoRecords() {}

    static TwoRecords with(Attribute attribute, @Nullable String leftValue, @Nullable String rightValue) {
        return new TwoRecords().and(attribute, leftValue, rightValue);
    }

    TwoRecords and(Attribute attribute, @Nullable String leftValue, @Nullable String rightValue) {
        attributes.add(attribute);
        left.add(leftValue);
        right.add(rightValue);
        return this;
    }

    /** The level of one comparison, 0 for missing; the same whichever record stands left. */
    int level(String comparison) {
        int size = attributes.size();
        @Nullable String[] filler = new String[size];
        @Nullable String[] other = new String[size];
        for (int c = 0; c < size; c++) {
            // Two more rows, so that no column holds one value only and every column is compared.
            boolean date = attributes.get(c) == Attribute.DATE_OF_BIRTH;
            filler[c] = date ? "1800-01-01" : "qqqq" + c;
            other[c] = date ? "1850-06-30" : "xxxx" + c;
        }
        People people = People.with(attributes.toArray(Attribute[]::new));
        people.row(left.toArray(String[]::new)).row(right.toArray(String[]::new));
        Comparisons comparisons =
                Comparisons.of(people.row(filler).row(other).row(filler).records());
        PairComparer comparer = new PairComparer(comparisons);
        int number = number(comparisons, comparison);
        int level = PairComparer.level(comparer.pattern(comparisons.rows(), 0, 1), number);
        int mirrored = PairComparer.level(comparer.pattern(comparisons.rows(), 1, 0), number);
        assertThat(mirrored).as("the level with left and right exchanged").isEqualTo(level);
        return level;
    }

    private static int number(Comparisons comparisons, String name) {
        List<Comparison> all = comparisons.all();
        for (int c = 0; c < all.size(); c++) {
            if (all.get(c).name().equals(name)) {
                return c;
            }
        }
        throw new IllegalArgumentException("comparison: expected one of " + all + ", given " + name);
    }
}
