package org.concordat.cli.protect;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.disclosure.cellkeys.Design;
import org.concordat.disclosure.cellkeys.PerturbationTable;
import org.concordat.disclosure.cellkeys.RecordKeys;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code protect --method cell-key}: whose key is which, by how much counts change, and what may be asked. */
final class KeyChoices {
    private static final int USUAL_KEYS = 1 << 16;
    private static final int MOST_DESIGNED = 100;
    private static final int SHORTEST_REASON = 8;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "For --method cell-key: who a row is about. Keys are made of it and --secret.")
    private @Nullable String id;

    @Option(
            names = "--record-key",
            paramLabel = "COL",
            description = "For --method cell-key, instead of --id: a column of keys that were made before.")
    private @Nullable String recordKey;

    @Option(
            names = "--ptable",
            paramLabel = "FILE",
            description = "Perturbation table: columns count, key, change (or pcv, ckey, pvalue).")
    private @Nullable Path ptable;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How many of the last counts of --ptable serve for all larger ones: 250 for the ONS's.")
    private @Nullable Integer repeats;

    @Option(
            names = "--largest-change",
            paramLabel = "N",
            description = "Instead of --ptable: no count changes by more.")
    private @Nullable Integer largestChange;

    @Option(names = "--variance", paramLabel = "V", description = "Instead of --ptable: variance of the change.")
    private @Nullable Double variance;

    @Option(
            names = "--least-published",
            paramLabel = "N",
            description = "Instead of --ptable: results from 1 to below N do not occur (1: all may).")
    private @Nullable Integer leastPublished;

    @Option(names = "--with-totals", description = "Publish totals too, each changed by itself.")
    private boolean withTotals;

    @Option(
            names = "--budget",
            paramLabel = "FILE",
            description = "What was answered from these keys so far; a table that would let a count be averaged out is"
                    + " refused.")
    private @Nullable Path budget;

    @Option(
            names = "--max-gain",
            paramLabel = "SHARE",
            description = "By how much all answers together may raise the chance of guessing a count (0.01).")
    private @Nullable Double maxGain;

    @Option(names = "--no-budget", paramLabel = "REASON", description = "Keeps no count of answers, for this reason.")
    private @Nullable String noBudget;

    /** Refuses choices that contradict each other or leave something open, before any file is read. */
    void check(boolean hasSecret) {
        if ((id == null) == (recordKey == null)) {
            throw Method.wrong(
                    "--method cell-key needs a key for each row: name either --id, of which keys are made with"
                            + " --secret, or --record-key, a column of keys that were made before.");
        }
        if ((id != null) != hasSecret) {
            throw Method.wrong(
                    hasSecret
                            ? "--secret makes keys of --id; keys of --record-key are made already."
                            : "--id needs --secret FILE, so that nobody else can make the keys. Make one, once, with:"
                                    + " openssl rand -hex 32 > FILE");
        }
        boolean designed = largestChange != null || variance != null || leastPublished != null;
        if (designed == (ptable != null)) {
            throw Method.wrong(
                    "How counts change is said either by --ptable FILE with --repeats, or by --largest-change,"
                            + " --variance and, if you like, --least-published.");
        }
        if (designed && (largestChange == null || variance == null)) {
            throw Method.wrong("--largest-change and --variance belong together, such as 5 and 4.");
        }
        if ((ptable != null) != (repeats != null)) {
            throw Method.wrong(
                    "--ptable and --repeats belong together: the table ends with some count, and larger ones use its last"
                            + " rows again and again, 250 of them in the table of the ONS, else mostly 1.");
        }
        checkBudget();
    }

    private void checkBudget() {
        if ((budget == null) == (noBudget == null)) {
            throw Method.wrong(
                    "Each further table about the same people lets readers average the changes out, so count is"
                            + " kept: name a --budget FILE, the same for all tables from these keys (it is made at the first), or"
                            + " give --no-budget with a reason, which stands on the page and in the metadata.");
        }
        if (noBudget != null && noBudget.strip().length() < SHORTEST_REASON) {
            throw Method.wrong("--no-budget takes a reason in words, which others will read.");
        }
        if (noBudget != null && maxGain != null) {
            throw Method.wrong("--max-gain belongs to --budget.");
        }
        if (maxGain != null && !(maxGain > 0 && maxGain < 1)) {
            throw Method.wrong("--max-gain lies between 0 and 1, such as 0.01.");
        }
    }

    boolean withTotals() {
        return withTotals;
    }

    Optional<Path> budget() {
        return Optional.ofNullable(budget);
    }

    Optional<Double> maxGain() {
        return Optional.ofNullable(maxGain);
    }

    String reasonForNoBudget() {
        return noBudget == null ? "" : noBudget.strip();
    }

    /** By how much which count changes for which key. */
    PerturbationTable changes(ReadOptions reading) {
        if (ptable != null && repeats != null) {
            return PerturbationFile.read(ptable, repeats, reading);
        }
        if (largestChange == null || variance == null) {
            throw new IllegalStateException("asked for after the choices were checked");
        }
        int least = leastPublished == null ? 1 : leastPublished;
        if (largestChange > MOST_DESIGNED || least < 1 || least > MOST_DESIGNED) {
            throw Method.wrong(
                    "--largest-change and --least-published are whole numbers from 1 to " + MOST_DESIGNED + ".");
        }
        try {
            return PerturbationTable.designed(new Design(largestChange, variance, least - 1), USUAL_KEYS);
        } catch (IllegalArgumentException wrong) {
            throw Method.wrong("No changes are as asked: " + wrong.getMessage() + ".");
        }
    }

    /** The key of each row, once every row is known to have one. */
    Map<Long, Integer> keys(FigureTable file, @Nullable SecretFile secret, int keys) {
        Map<Long, Integer> byRow = new HashMap<>();
        if (id != null && secret != null) {
            String column = id;
            file.require(column, "--id");
            RecordKeys made = new RecordKeys(secret.bytes(), keys);
            Map<String, Long> seen = new HashMap<>();
            for (FigureRow row : file.rows()) {
                String who = row.requiredText(column);
                Long before = seen.putIfAbsent(who, row.number());
                if (before != null) {
                    throw new CommandException(
                            "PROTECT-ID-TWICE",
                            ExitCode.COULD_NOT,
                            "Data rows " + before + " and " + row.number() + " of " + file.file()
                                    + " are about the same one by column " + column
                                    + ". Counts are of people, each in one row: leave repeated rows out.");
                }
                byRow.put(row.number(), made.of(who));
            }
            return byRow;
        }
        return given(file, keys);
    }

    private Map<Long, Integer> given(FigureTable file, int keys) {
        if (recordKey == null) {
            throw new IllegalStateException("asked for after the choices were checked");
        }
        file.require(recordKey, "--record-key");
        Map<Long, Integer> byRow = new HashMap<>();
        int largest = 0;
        for (FigureRow row : file.rows()) {
            long key = row.requiredCount(recordKey);
            if (key >= keys) {
                throw row.trouble(
                        recordKey,
                        "is no key of this perturbation table",
                        "Keys are whole numbers from 0 to " + (keys - 1) + ", each as likely as another.");
            }
            byRow.put(row.number(), (int) key);
            largest = Math.max(largest, (int) key);
        }
        if (largest < keys / 2 && byRow.size() >= 30) {
            throw new CommandException(
                    "PROTECT-KEYS",
                    ExitCode.COULD_NOT,
                    "No key in column " + recordKey + " of " + file.file() + " is above " + largest
                            + ", but keys are to be from 0 to " + (keys - 1)
                            + ", each as likely as another. Changes would not be by chance. Name the column of keys, or take"
                            + " the perturbation table that they were made for.");
        }
        return byRow;
    }
}
