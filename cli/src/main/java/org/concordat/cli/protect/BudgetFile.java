package org.concordat.cli.protect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.results.NewFile;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.disclosure.audit.Noise;
import org.concordat.disclosure.audit.QueryBudget;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that says what was answered so far from one set of keys. Held by one run at a time, from reading until what it answers
 * is written down, so that no two runs spend the same budget. It holds questions, never a figure or a person.
 */
final class BudgetFile implements AutoCloseable {
    private static final String WHAT = "concordat query budget 1";
    private static final double USUAL_GAIN = .01;

    private final Path file;
    private final Path held;
    private final Kept kept;
    private boolean open = true;

    /**
     * What stands in the file.
     *
     * @param data fingerprint of the rows with their keys
     * @param least the least change of a large count
     * @param chances of that change, of one more, and so on
     */
    record Kept(String what, String data, int least, List<Double> chances, double maxGain, List<Question> answered) {}

    private BudgetFile(Path file, Path held, Kept kept) {
        this.file = file;
        this.held = held;
        this.kept = kept;
    }

    /** Opens the file, or begins one; refuses one that is about other rows, other keys or other changes. */
    static BudgetFile open(Path file, String data, Noise noise, Optional<Double> maxGain) {
        Path held = file.resolveSibling(file.getFileName() + ".in-use");
        try {
            Files.createFile(held);
        } catch (FileAlreadyExistsException inUse) {
            throw new CommandException(
                    "PROTECT-BUDGET-IN-USE",
                    ExitCode.COULD_NOT,
                    "Another run uses the budget " + file + ". Wait until it ends; if none runs, one was broken off:"
                            + " delete " + held + ".",
                    inUse);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, held.toAbsolutePath());
        }
        try {
            Kept kept = Files.exists(file)
                    ? read(file, data, noise, maxGain)
                    : new Kept(WHAT, data, noise.least(), chances(noise), maxGain.orElse(USUAL_GAIN), List.of());
            return new BudgetFile(file, held, kept);
        } catch (RuntimeException refused) {
            release(held);
            throw refused;
        }
    }

    private static Kept read(Path file, String data, Noise noise, Optional<Double> maxGain) {
        Kept kept;
        try {
            kept = JsonMapper.shared().readValue(Files.readAllBytes(file), Kept.class);
        } catch (IOException | JacksonException unreadable) {
            throw other(file, "cannot be read", "Restore it, or name the one that was kept.");
        }
        if (!WHAT.equals(kept.what()) || kept.data() == null || kept.chances() == null || kept.answered() == null) {
            throw other(file, "holds no budget", "Name the file that an earlier run made.");
        }
        if (!kept.data().equals(data)) {
            throw other(
                    file,
                    "was begun for other rows or other keys",
                    "Answers from both can be held against each other, which no budget sees: publish further tables from"
                            + " the rows and the secret that it was begun with, or begin a new file for new data.");
        }
        if (kept.least() != noise.least() || !kept.chances().equals(chances(noise))) {
            throw other(
                    file,
                    "was begun with other changes of counts",
                    "One set of keys with two sets of changes gives figures away: give the options that it was begun with.");
        }
        if (maxGain.isPresent() && maxGain.get() != kept.maxGain()) {
            throw other(
                    file,
                    "was begun with --max-gain " + kept.maxGain(),
                    "What readers may learn is decided once, before the first table: leave --max-gain out.");
        }
        return kept;
    }

    private static CommandException other(Path file, String what, String remedy) {
        return new CommandException(
                "PROTECT-BUDGET-OTHER", ExitCode.COULD_NOT, "The budget " + file + " " + what + ". " + remedy);
    }

    private static List<Double> chances(Noise noise) {
        List<Double> chances = new ArrayList<>();
        for (int added = noise.least(); added <= noise.most(); added++) {
            chances.add(noise.probability(added));
        }
        return chances;
    }

    /** What was answered before. */
    List<Question> answered() {
        return kept.answered();
    }

    double maxGain() {
        return kept.maxGain();
    }

    /** Refuses a question that would exceed the budget; returns what is left otherwise. */
    QueryBudget ask(Question question, Question.People people, Noise noise) {
        QueryBudget budget = QueryBudget.of(noise, kept.maxGain());
        for (Question before : kept.answered()) {
            budget = budget.remembering(before.name(), before.cells(people));
        }
        return switch (budget.ask("the table by " + question.name(), question.cells(people))) {
            case QueryBudget.Reply.Granted(QueryBudget left) -> left;
            case QueryBudget.Reply.Spent(String count, double information, double allowed) ->
                throw new CommandException(
                        "PROTECT-BUDGET-SPENT",
                        ExitCode.REFUSED,
                        (Double.isInfinite(information) ? tooMany() : averaged(count, information, allowed))
                                + " Nothing was written, and the budget is as it was.");
        };
    }

    private static String tooMany() {
        return "With this table, more different counts would have been answered than can be judged together. Ask for"
                + " coarser groups, or for what was asked before.";
    }

    private String averaged(String count, double information, double allowed) {
        int before = kept.answered().size();
        return String.format(
                Locale.ROOT,
                "With this table%s, \"%s\" could be told as well as from %.2f answers with changes of their own, and at"
                        + " most %.2f are allowed: readers could average the changes out. Leave totals out, ask for what was"
                        + " asked before or for a table of other people, or add published figures up instead.",
                before == 0 ? "" : before == 1 ? " and the one before it" : " and the " + before + " before it",
                count,
                information,
                allowed);
    }

    /** Writes down that the question was answered; before its answer appears, so that none goes out unrecorded. */
    void record(Question question) {
        List<Question> all = new ArrayList<>(kept.answered());
        if (!all.contains(question)) {
            all.add(question);
        }
        byte[] json = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Kept(WHAT, kept.data(), kept.least(), kept.chances(), kept.maxGain(), all))
                .getBytes(StandardCharsets.UTF_8);
        NewFile.replace(file, stream -> {
            stream.write(json);
            return 1;
        });
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            release(held);
        }
    }

    private static void release(Path held) {
        try {
            Files.deleteIfExists(held);
        } catch (IOException _) {
            // The next run says which file to delete.
        }
    }
}
