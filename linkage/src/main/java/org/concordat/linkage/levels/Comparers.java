package org.concordat.linkage.levels;

import java.util.List;
import org.concordat.linkage.compare.JaroWinklerScorer;
import org.concordat.linkage.compare.OneEdit;
import org.concordat.linkage.compare.PackedTexts;
import org.concordat.linkage.compare.PostcodeAgreement;
import org.concordat.linkage.compare.PostcodeComparison;
import org.concordat.linkage.compare.TextPool;
import org.concordat.linkage.records.Column;
import org.jspecify.annotations.Nullable;

/** The comparers behind {@link Comparisons}, one class a kind of value. */
final class Comparers {
    private Comparers() {}

    /** Equal or different. */
    static final class Equal extends Comparer {
        private final int slot;

        Equal(int slot) {
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + slot];
            int b = right[rightAt + slot];
            if (a == 0 || b == 0) {
                return 0;
            }
            return a == b ? 1 : 2;
        }
    }

    /** Equal, similar by Jaro-Winkler at each of several thresholds, or different. */
    static final class Text extends Comparer {
        private final int slot;
        private final double[] thresholds;
        private final TextPool pool;
        private final JaroWinklerScorer scorer = new JaroWinklerScorer();
        private int fixed;

        Text(int slot, TextPool pool, double... thresholds) {
            this.slot = slot;
            this.pool = pool;
            this.thresholds = thresholds.clone();
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + slot];
            int b = right[rightAt + slot];
            if (a == 0 || b == 0) {
                return 0;
            }
            if (a == b) {
                return 1;
            }
            if (fixed != a) {
                scorer.fix(pool, a);
                fixed = a;
            }
            double similarity = scorer.against(b);
            for (int t = 0; t < thresholds.length; t++) {
                if (similarity >= thresholds[t]) {
                    return t + 2;
                }
            }
            return thresholds.length + 2;
        }
    }

    /** Equal, one typing error apart, or different: for numbers of persons and telephones. */
    static final class PersonNumber extends Comparer {
        private final int slot;
        private final Column column;
        private final @Nullable PackedTexts packed;

        PersonNumber(int slot, Column column, @Nullable PackedTexts packed) {
            this.slot = slot;
            this.column = column;
            this.packed = packed;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + slot];
            int b = right[rightAt + slot];
            if (a == 0 || b == 0) {
                return 0;
            }
            if (a == b) {
                return 1;
            }
            return isNear(a, b) ? 2 : 3;
        }

        private boolean isNear(int a, int b) {
            return packed == null ? OneEdit.isWithin(column.value(a), column.value(b)) : packed.isWithinOneEdit(a, b);
        }
    }

    /** Dates as numbers {@code yyyymmdd}. */
    static final class Date extends Comparer {
        private final int slot;

        Date(int slot) {
            this.slot = slot;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + slot];
            int b = right[rightAt + slot];
            if (a == 0 || b == 0) {
                return 0;
            }
            return DateLevels.of(a, b);
        }
    }

    /** Postcodes, by {@link PostcodeComparison}. */
    static final class Postcode extends Comparer {
        static final List<String> LEVELS =
                List.of("the same", "one character wrong", "same sector", "same district", "same area", "different");

        private static final int MISSING = PostcodeAgreement.MISSING.level();

        private final int slot;
        private final long[] packed;

        /** @param packed for each code of the column the postcode as a number; 0 for code 0 */
        Postcode(int slot, long[] packed) {
            this.slot = slot;
            this.packed = packed;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int kind = PostcodeComparison.level(packed[left[leftAt + slot]], packed[right[rightAt + slot]]);
            return kind == MISSING ? 0 : kind + 1;
        }
    }

    /** E-mail addresses. */
    static final class Email extends Comparer {
        static final List<String> LEVELS =
                List.of("the same", "the same before the @", "similar (Jaro-Winkler .9 or more)", "different");

        private final int slot;
        private final Column column;
        private final TextPool pool;
        private final JaroWinklerScorer scorer = new JaroWinklerScorer();
        private int fixed;

        Email(int slot, Column column, TextPool pool) {
            this.slot = slot;
            this.column = column;
            this.pool = pool;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + slot];
            int b = right[rightAt + slot];
            if (a == 0 || b == 0) {
                return 0;
            }
            if (a == b) {
                return 1;
            }
            String one = column.value(a);
            String other = column.value(b);
            int at = one.indexOf('@');
            if (at > 0 && at == other.indexOf('@') && one.regionMatches(0, other, 0, at)) {
                return 2;
            }
            if (fixed != a) {
                scorer.fix(pool, a);
                fixed = a;
            }
            return scorer.against(b) >= .9 ? 3 : 4;
        }
    }
}
