package org.concordat.cli.anonymise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.disclosure.microdata.Extract;

/**
 * The rows of a file as people who might be looked for.
 *
 * @param file what they were read from
 * @param levels of each column that outsiders may know
 * @param sensitive columns that nobody is to learn
 * @param kept columns that go along as they are
 * @param extract the same, as far as finding people again is concerned
 */
record People(FigureTable file, List<Levels> levels, List<String> sensitive, List<String> kept, Extract extract) {

    static People of(FigureTable file, List<Levels> levels, List<String> sensitive, List<String> kept) {
        Extract extract = new Extract(levels.stream().map(Levels::steps).toList(), sensitive);
        if (file.rows().isEmpty()) {
            throw new CommandException(
                    "ANONYMISE-NO-ROWS",
                    ExitCode.COULD_NOT,
                    file.file() + " has no rows, so there is nobody to protect.");
        }
        for (FigureRow row : file.rows()) {
            extract.add(
                    levels.stream()
                            .map(each -> row.text(each.steps().column()).orElse(""))
                            .toList(),
                    sensitive.stream().map(row::requiredText).toList());
        }
        return new People(file, levels, sensitive, kept, extract);
    }

    /** The columns that outsiders may know. */
    List<String> known() {
        return levels.stream().map(each -> each.steps().column()).toList();
    }

    /** The columns of the file that were not named, and so stay behind. */
    List<String> leftBehind() {
        List<String> named = new ArrayList<>(known());
        named.addAll(sensitive);
        named.addAll(kept);
        return file.columns().stream()
                .filter(column -> named.stream().noneMatch(column::equalsIgnoreCase))
                .toList();
    }

    /** How every person is told on these levels. */
    List<Integer> asTheyStand() {
        return levels.stream().map(each -> 0).toList();
    }

    /** How many people share all that outsiders may know, person by person, among those that {@code taken} names. */
    List<Integer> crowds(List<Integer> at, List<Integer> taken) {
        Map<List<String>, Integer> sizes = new LinkedHashMap<>();
        taken.forEach(row -> sizes.merge(extract.labels(row, at), 1, Integer::sum));
        return taken.stream().map(row -> sizes.get(extract.labels(row, at))).toList();
    }

    List<Integer> everyone() {
        return IntStream.range(0, extract.size()).boxed().toList();
    }
}
