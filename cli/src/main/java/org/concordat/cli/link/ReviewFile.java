package org.concordat.cli.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.sources.SideTable;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.judge.ClericalEstimate;
import org.concordat.linkage.judge.Label;
import org.concordat.linkage.judge.LabelledPair;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote into a clerical sample. A row without a label is one that nobody has come to yet; any other row must
 * be understood, since a label left out unseen would bend the estimate. Messages name rows by number, never by what
 * stands in them.
 */
final class ReviewFile {
    private static final String WHAT_IT_IS =
            "A review file is clerical-sample.csv of an earlier run with its label column filled in";

    private final Path path;
    private final List<Written> labels = new ArrayList<>();

    /** A label as it stands in the file, not yet tied to records. */
    private record Written(long row, String left, String right, Label label) {}

    private ReviewFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the rows that have a label.
     *
     * @throws CommandException when a column is missing, a row cannot be understood or none has a label
     */
    static ReviewFile read(Path path) {
        ReviewFile file = new ReviewFile(path);
        SideTable.read(path, ClericalFile.KEYS, WHAT_IT_IS, file::add);
        if (file.labels.isEmpty()) {
            throw refused(
                    "REVIEW-EMPTY",
                    "No row of " + path + " has a label. Write match, no match or unsure into its column label.");
        }
        return file;
    }

    private void add(long row, List<@Nullable String> values) {
        String label = values.get(4);
        if (label == null) {
            return;
        }
        String left = key(values.get(0), values.get(1), row);
        String right = key(values.get(2), values.get(3), row);
        if (left.equals(right)) {
            throw refused(
                    "REVIEW-RECORD-UNKNOWN",
                    "Row " + row + " of " + path
                            + " names one record twice, where a pair has two. Take the pair from the"
                            + " sample again, or take the row out.");
        }
        labels.add(new Written(row, left, right, label(label, row)));
    }

    private String key(@Nullable String source, @Nullable String id, long row) {
        if (source == null || id == null) {
            throw refused(
                    "REVIEW-RECORD-UNKNOWN",
                    "Row " + row + " of " + path + " has a label but does not say of which records. Take them from the"
                            + " sample again, or take the row out.");
        }
        return source + '\n' + id;
    }

    private Label label(String words, long row) {
        try {
            return Label.of(words);
        } catch (LinkageException unknown) {
            throw new CommandException(
                    unknown.code(),
                    ExitCode.REFUSED,
                    "The label in row " + row + " of " + path + " is none of match, no match and unsure. Correct it, or"
                            + " leave it empty.",
                    unknown);
        }
    }

    /** Ties labels to records; refuses a label of a record that is not in the files, and two that contradict. */
    List<LabelledPair> of(Records records) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Written label : labels) {
            numbers.put(label.left(), -1);
            numbers.put(label.right(), -1);
        }
        for (int r = 0; r < records.size(); r++) {
            int record = r;
            numbers.computeIfPresent(records.sources().get(records.source(r)) + '\n' + records.id(r), (_, _) -> record);
        }
        refuseUnknown(numbers);
        Map<Long, Written> known = new HashMap<>();
        List<LabelledPair> pairs = new ArrayList<>();
        for (Written label : labels) {
            int left = numbers.getOrDefault(label.left(), -1);
            int right = numbers.getOrDefault(label.right(), -1);
            Written before = known.putIfAbsent((long) Math.min(left, right) << 32 | Math.max(left, right), label);
            if (before != null && before.label() != label.label()) {
                throw refused(
                        "REVIEW-CONTRADICTS",
                        "Rows " + before.row() + " and " + label.row() + " of " + path + " label one pair both "
                                + before.label().words() + " and "
                                + label.label().words()
                                + ". Settle on one and take the other row out.");
            }
            pairs.add(new LabelledPair(left, right, label.label()));
        }
        return List.copyOf(pairs);
    }

    private void refuseUnknown(Map<String, Integer> numbers) {
        List<Written> unknown = labels.stream()
                .filter(label ->
                        numbers.getOrDefault(label.left(), -1) < 0 || numbers.getOrDefault(label.right(), -1) < 0)
                .toList();
        if (!unknown.isEmpty()) {
            throw refused(
                    "REVIEW-RECORD-UNKNOWN",
                    (unknown.size() == 1 ? "A labelled row" : unknown.size() + " labelled rows") + " of " + path
                            + " (the first is row " + unknown.getFirst().row()
                            + ") speak of records that are not in the files. Give the same files, by the same names, as"
                            + " the run that drew the sample.");
        }
    }

    /** What the labels say of the links; refuses labels of which none counts. */
    ClericalEstimate requireUse(ClericalEstimate estimate) {
        if (estimate.labelled() == 0) {
            throw refused(
                    "REVIEW-EMPTY",
                    "No label of " + path + " says anything about these links: " + estimate.unsure() + " say unsure, "
                            + estimate.notLinked() + " are of pairs that are no links in this run. Label pairs of the"
                            + " clerical-sample.csv of the same files and model.");
        }
        return estimate;
    }

    private static CommandException refused(String code, String message) {
        return new CommandException(code, ExitCode.REFUSED, message);
    }
}
