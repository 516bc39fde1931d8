package org.concordat.linkage.levels;

import java.util.Arrays;
import org.concordat.linkage.compare.JaroWinklerScorer;
import org.concordat.linkage.compare.TextPool;

/** The comparers of given names, surnames and further names. */
final class NameComparers {
    private NameComparers() {}

    /** Where the names of a row stand, and the sets of parts behind their codes. */
    record Names(
            int given, int root, int surname, int whole, int[][] givenSets, int[][] surnameSets, int[][] wholeSets) {

        int[] givenSet(int[] row, int at) {
            return given < 0 ? givenSets[0] : givenSets[row[at + given]];
        }

        int[] surnameSet(int[] row, int at) {
            return surname < 0 ? surnameSets[0] : surnameSets[row[at + surname]];
        }

        int[] wholeSet(int[] row, int at) {
            return whole < 0 ? wholeSets[0] : wholeSets[row[at + whole]];
        }

        /** Whether each one's given name is the other's surname. */
        boolean swapped(int[] left, int leftAt, int[] right, int rightAt) {
            return Arrays.equals(givenSet(left, leftAt), surnameSet(right, rightAt))
                    && Arrays.equals(surnameSet(left, leftAt), givenSet(right, rightAt));
        }

        /** Whether the parts stand in the row's whole name beyond its given name and surname. */
        boolean inRest(int[] set, int[] row, int at) {
            int[] all = wholeSet(row, at);
            return all.length > 0
                    && NameParts.within(set, all)
                    && NameParts.shared(set, givenSet(row, at)) == 0
                    && NameParts.shared(set, surnameSet(row, at)) == 0;
        }
    }

    /** Given names. Two equal initials are an initial that agrees, not a name that is the same. */
    static final class Given extends Comparer {
        private static final int INITIAL = 4;

        private final Names names;
        private final TextPool pool;
        private final char[] initials;
        private final JaroWinklerScorer scorer = new JaroWinklerScorer();
        private int fixed;

        Given(Names names, TextPool pool, char[] initials) {
            this.initials = initials;
            this.names = names;
            this.pool = pool;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + names.given];
            int b = right[rightAt + names.given];
            if (a == 0 || b == 0) {
                return 0;
            }
            if (a == b) {
                return pool.length(a) == 1 ? INITIAL : 1;
            }
            if (names.root >= 0) {
                int rootA = left[leftAt + names.root];
                if (rootA != 0 && rootA == right[rightAt + names.root]) {
                    return 2;
                }
            }
            if (pool.length(a) == 1 || pool.length(b) == 1) {
                return initials[a] == initials[b] ? INITIAL : 7;
            }
            if (fixed != a) {
                scorer.fix(pool, a);
                fixed = a;
            }
            double similarity = scorer.against(b);
            if (similarity >= .92) {
                return 3;
            }
            if (similarity >= .8) {
                return 5;
            }
            // Where only one of the two names stands in the other's place, it is as likely a relative's surname.
            boolean elsewhere = names.swapped(left, leftAt, right, rightAt)
                    || names.inRest(names.givenSets[a], right, rightAt)
                    || names.inRest(names.givenSets[b], left, leftAt);
            return elsewhere ? 6 : 7;
        }
    }

    /** Surnames. */
    static final class Surname extends Comparer {
        private final Names names;
        private final TextPool pool;
        private final int[] sounds;
        private final JaroWinklerScorer scorer = new JaroWinklerScorer();
        private int fixed;

        /** @param sounds for each code of the surname column a number for how it sounds; 0 where unknown */
        Surname(Names names, TextPool pool, int[] sounds) {
            this.names = names;
            this.pool = pool;
            this.sounds = sounds;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int a = left[leftAt + names.surname];
            int b = right[rightAt + names.surname];
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
            if (similarity >= .92) {
                return 2;
            }
            if (similarity >= .85 || (sounds[a] != 0 && sounds[a] == sounds[b] && similarity >= .7)) {
                return 3;
            }
            int[] setA = names.surnameSets[a];
            int[] setB = names.surnameSets[b];
            boolean elsewhere = (setA.length > 1 || setB.length > 1) && NameParts.shared(setA, setB) > 0
                    || names.swapped(left, leftAt, right, rightAt)
                    || names.inRest(setA, right, rightAt)
                    || names.inRest(setB, left, leftAt);
            return elsewhere ? 4 : 5;
        }
    }

    /** Middle names: equal, an initial that agrees, similar, or different. */
    static final class Middle extends Comparer {
        private final int slot;
        private final TextPool pool;
        private final char[] initials;
        private final JaroWinklerScorer scorer = new JaroWinklerScorer();
        private int fixed;

        Middle(int slot, TextPool pool, char[] initials) {
            this.initials = initials;
            this.slot = slot;
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
                return pool.length(a) == 1 ? 2 : 1;
            }
            boolean initial = initials[a] == initials[b];
            if (pool.length(a) == 1 || pool.length(b) == 1) {
                return initial ? 2 : 4;
            }
            if (fixed != a) {
                scorer.fix(pool, a);
                fixed = a;
            }
            return scorer.against(b) >= .88 ? 3 : 4;
        }
    }

    /** Further parts of whole names, beyond given name and surname: two or more shared, one shared, none. */
    static final class Further extends Comparer {
        private final int slot;
        private final int[][] sets;

        Further(int slot, int[][] sets) {
            this.slot = slot;
            this.sets = sets;
        }

        @Override
        public int level(int[] left, int leftAt, int[] right, int rightAt) {
            int[] a = sets[left[leftAt + slot]];
            int[] b = sets[right[rightAt + slot]];
            if (a.length == 0 || b.length == 0) {
                return 0;
            }
            int shared = NameParts.shared(a, b);
            return shared >= 2 ? 1 : shared == 1 ? 2 : 3;
        }
    }
}
