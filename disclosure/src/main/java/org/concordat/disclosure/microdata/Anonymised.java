package org.concordat.disclosure.microdata;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What became of an extract that was to be made anonymous. */
public sealed interface Anonymised {

    /**
     * It can be told on these levels, without these rows.
     *
     * @param levels one a key, 0 as it stood
     * @param leftOut numbers of the rows that stand out all the same, and must not leave
     * @param before the risk as it stood
     * @param after the risk of what is left
     */
    record Done(List<Integer> levels, SortedSet<Integer> leftOut, Risk before, Risk after) implements Anonymised {
        public Done {
            levels = List.copyOf(levels);
            leftOut = new TreeSet<>(leftOut);
        }
    }

    /**
     * Even with nothing told of any key, too few rows are left or too little differs among them.
     *
     * @param because in words
     */
    record NotPossible(String because) implements Anonymised {}
}
