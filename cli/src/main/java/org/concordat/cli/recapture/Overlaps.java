package org.concordat.cli.recapture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.SmallCounts;

/**
 * How many people are on which lists and no other.
 *
 * @param lists their names, two or three
 * @param counts of each combination; in its place, from 0, the first list stands for 1, the second for 2, the third for 4
 */
record Overlaps(List<String> lists, List<Long> counts) {
    Overlaps {
        lists = List.copyOf(lists);
        counts = List.copyOf(counts);
    }

    static Overlaps read(FigureTable table, List<String> lists, Optional<String> countColumn) {
        lists.forEach(list -> table.require(list, "--lists"));
        countColumn.ifPresent(column -> table.require(column, "--count"));
        long[] counts = new long[1 << lists.size()];
        for (FigureRow row : table.rows()) {
            int combination = 0;
            for (int l = 0; l < lists.size(); l++) {
                combination |= on(row, lists.get(l)) ? 1 << l : 0;
            }
            if (combination == 0) {
                throw row.trouble(
                        lists.getFirst(),
                        "and the other lists say that nobody of this row is on any",
                        "How many are on none is what is asked; leave the row out.");
            }
            counts[combination] += countColumn.isPresent() ? row.requiredCount(countColumn.get()) : 1;
        }
        List<Long> all = new ArrayList<>();
        for (long count : counts) {
            all.add(count);
        }
        Overlaps overlaps = new Overlaps(lists, all);
        for (int l = 0; l < lists.size(); l++) {
            if (overlaps.on(l) == 0) {
                throw new CommandException(
                        "RECAPTURE-EMPTY",
                        ExitCode.REFUSED,
                        "Nobody is on the list " + lists.get(l) + ", so it tells nothing. Leave it out of --lists."
                                + " Nothing was written.");
            }
        }
        return overlaps;
    }

    private static boolean on(FigureRow row, String list) {
        double written = row.requiredNumber(list);
        if (written != 0 && written != 1) {
            throw row.trouble(list, "is neither 1 nor 0", "Write 1 for who is on the list and 0 for who is not.");
        }
        return written == 1;
    }

    /** How many are on a list. */
    long on(int list) {
        long on = 0;
        for (int c = 0; c < counts.size(); c++) {
            on += (c >> list & 1) == 1 ? counts.get(c) : 0;
        }
        return on;
    }

    /** How many are on some list. */
    long seen() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether few are on some combination of lists. */
    boolean few(SmallCounts small) {
        return counts.stream().anyMatch(count -> small.small(count));
    }

    /** A combination in words, such as "outreach and hostel". */
    String words(int combination) {
        List<String> on = new ArrayList<>();
        for (int l = 0; l < lists.size(); l++) {
            if ((combination >> l & 1) == 1) {
                on.add(lists.get(l));
            }
        }
        return on.size() == lists.size() ? "all" : String.join(" and ", on) + (on.size() == 1 ? " alone" : "");
    }
}
