package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.audit.Noise;
import org.concordat.disclosure.audit.QueryBudget;
import org.concordat.disclosure.cellkeys.PerturbationTable;
import org.concordat.disclosure.tables.Table;
import org.concordat.disclosure.tables.TableReading;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;

/** The way from rows to perturbed counts: keys, changes, the budget, and only then the answer. */
record Answering(
        FigureTable file,
        TableInput input,
        KeyChoices choices,
        @Nullable SecretFile secret) {

    /** Writes the answer into the folder and finishes it, once the budget grants it and has it written down. */
    Perturbation answer(NewFolder folder, long least, ReadOptions reading, LocalDate today) {
        PerturbationTable changes = choices.changes(reading);
        Map<Long, Integer> keys = choices.keys(file, secret, changes.keys());
        Table counts = switch (input.rows(Optional.empty(), Optional.empty())) {
            case TableReading.AddsUp(Table table) -> table;
            case TableReading.DoesNotAddUp wrong ->
                throw new IllegalStateException("rows have no totals that could differ");
        };
        Table keySums = input.sums(row -> keys.get(row.number()));
        if (choices.budget().isEmpty()) {
            Perturbation changed = new Perturbation(
                    file.file(),
                    counts,
                    keySums,
                    changes,
                    least,
                    choices.withTotals(),
                    "No count of answers was kept: " + choices.reasonForNoBudget());
            changed.write(folder, today);
            folder.finish();
            return changed;
        }
        Noise noise = noise(changes);
        try (BudgetFile budget =
                BudgetFile.open(choices.budget().get(), Question.fingerprint(file, keys), noise, choices.maxGain())) {
            Question question = Question.of(counts.dimensions(), choices.withTotals());
            List<Question> all = new ArrayList<>(budget.answered());
            all.add(question);
            QueryBudget left = budget.ask(question, Question.People.of(file, all), noise);
            Perturbation changed = new Perturbation(
                    file.file(),
                    counts,
                    keySums,
                    changes,
                    least,
                    choices.withTotals(),
                    account(budget, question, left));
            changed.write(folder, today);
            budget.record(question);
            folder.finish();
            return changed;
        }
    }

    private static Noise noise(PerturbationTable changes) {
        try {
            return changes.noise();
        } catch (IllegalArgumentException noNoise) {
            throw Method.wrong("No budget can be kept for this --ptable: " + noNoise.getMessage()
                    + ". Give --no-budget with a reason instead.");
        }
    }

    private static String account(BudgetFile budget, Question question, QueryBudget left) {
        boolean again = budget.answered().contains(question);
        int tables = budget.answered().size() + (again ? 0 : 1);
        return String.format(
                Locale.ROOT,
                "%s, %,d different counts were answered in %s from these keys, and all of them together let at most"
                        + " %s in 100 more guesses at a count be right (the smallest counts apart).",
                again ? "The same table was asked for before" : "With this table",
                left.answers(),
                tables == 1 ? "1 table" : tables + " tables",
                new BigDecimal(Double.toString(budget.maxGain()))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString());
    }
}
