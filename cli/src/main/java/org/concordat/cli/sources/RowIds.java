package org.concordat.cli.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;

/** The ids of one file's rows, and whether they name each row once. */
final class RowIds {
    private static final int SHOWN = 5;

    private String[] ids = new String[1024];
    private long[] rowNumbers = new long[1024];
    /** Open addressing: place in {@link #ids} plus one, 0 for free; at most half full. */
    private int[] places = new int[2048];

    private int size;
    private final List<Long> empty = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private long emptyCount;
    private long twiceCount;

    void addEmpty(long rowNumber) {
        emptyCount++;
        if (empty.size() < SHOWN) {
            empty.add(rowNumber);
        }
    }

    void add(String id, long rowNumber) {
        if (size == ids.length) {
            grow();
        }
        int at = place(id);
        if (places[at] != 0) {
            twiceCount++;
            if (twice.size() < SHOWN) {
                twice.add(rowNumbers[places[at] - 1] + " and " + rowNumber);
            }
            return;
        }
        ids[size] = id;
        rowNumbers[size] = rowNumber;
        places[at] = ++size;
    }

    private int place(String id) {
        int mask = places.length - 1;
        int at = mixed(id) & mask;
        while (places[at] != 0 && !ids[places[at] - 1].equals(id)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int mixed(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        ids = Arrays.copyOf(ids, 2 * ids.length);
        rowNumbers = Arrays.copyOf(rowNumbers, ids.length);
        places = new int[2 * ids.length];
        int mask = places.length - 1;
        for (int i = 0; i < size; i++) {
            int at = mixed(ids[i]) & mask;
            while (places[at] != 0) {
                at = (at + 1) & mask;
            }
            places[at] = i + 1;
        }
    }

    /** @throws CommandException when a row has no id or two have one */
    void check(String source, String column) {
        if (emptyCount > 0) {
            throw new CommandException(
                    "LINK-ID-EMPTY",
                    ExitCode.REFUSED,
                    "The id column \"" + column + "\" of " + source + " is empty in " + emptyCount
                            + " of its rows: row "
                            + listed(empty, emptyCount) + ". Fill it, name another column with --id, or number the rows"
                            + " with --row-numbers.");
        }
        if (twiceCount > 0) {
            throw new CommandException(
                    "LINK-ID-TWICE",
                    ExitCode.REFUSED,
                    "The id column \"" + column + "\" of " + source
                            + " does not name each row once; rows that repeat an"
                            + " earlier row's id: " + twiceCount + " (" + listed(twice, twiceCount)
                            + "). Remove the repeats, name another column with --id, or number the rows with"
                            + " --row-numbers.");
        }
    }

    private static String listed(List<?> shown, long all) {
        String list = String.join(", ", shown.stream().map(Object::toString).toList());
        return all > shown.size() ? list + " and so on" : list;
    }
}
