package org.concordat.cli.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about columns: which one names the rows, which one holds the truth, and what others hold.
 *
 * @param ids columns that name rows, each perhaps of one source only
 * @param truth the column that says who is who; {@code null} for none
 * @param meanings what other columns hold
 */
public record ColumnChoices(List<Choice> ids, @Nullable String truth, List<Choice> meanings) {

    /**
     * A column and perhaps what it holds.
     *
     * @param source the source it is of; {@code null} for every source that has such a column
     */
    public record Choice(
            @Nullable String source,
            String column,
            @Nullable Meaning meaning) {
        boolean concerns(String name) {
            return source == null || source.equals(name);
        }
    }

    /** Keeps its own copies. */
    public ColumnChoices {
        ids = List.copyOf(ids);
        meanings = List.copyOf(meanings);
    }

    /** Nothing said: everything is found out from the files. */
    public static ColumnChoices none() {
        return new ColumnChoices(List.of(), null, List.of());
    }

    /**
     * Reads {@code [SOURCE:]COLUMN} and {@code [SOURCE:]COLUMN=MEANING}.
     *
     * @param sources the names that a part before a colon can be; other colons belong to the column's name
     * @throws CommandException when a meaning is not one
     */
    public static ColumnChoices of(
            List<String> ids, @Nullable String truth, List<String> meanings, Set<String> sources) {
        List<Choice> named = new ArrayList<>();
        for (String id : ids) {
            named.add(choice(id, Meaning.ROW_ID, sources));
        }
        List<Choice> meant = new ArrayList<>();
        for (String text : meanings) {
            int equals = text.lastIndexOf('=');
            if (equals < 1) {
                throw wrong("--column " + text + " does not say what the column holds. Write COLUMN=MEANING, where"
                        + " MEANING is one of " + words() + ".");
            }
            meant.add(choice(text.substring(0, equals), meaning(text.substring(equals + 1)), sources));
        }
        return new ColumnChoices(named, truth, meant);
    }

    private static Choice choice(String text, Meaning meaning, Set<String> sources) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            if (sources.contains(text.substring(0, colon))) {
                return new Choice(text.substring(0, colon), text.substring(colon + 1), meaning);
            }
        }
        return new Choice(null, text, meaning);
    }

    private static Meaning meaning(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (wanted.equals("NOTHING") || wanted.equals("IGNORE")) {
            return Meaning.UNRECOGNISED;
        }
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong("A column cannot hold \"" + text + "\". It can hold " + words() + "."));
    }

    /** How meanings are written on the command line. */
    static String words() {
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning != Meaning.UNRECOGNISED)
                .map(meaning -> meaning.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "", ", nothing"));
    }

    /** What was recognised in one source, with what was said about it by hand. */
    ColumnMapping appliedTo(ColumnMapping recognised, String source) {
        ColumnMapping mapping = recognised;
        for (Choice choice : meanings) {
            if (choice.concerns(source) && choice.meaning() != null && hasColumn(mapping, choice.column())) {
                mapping = with(mapping, choice.column(), choice.meaning());
            }
        }
        String id = idColumn(recognised, source);
        if (id != null) {
            for (RecognisedColumn other : mapping.of(Meaning.ROW_ID)) {
                mapping = mapping.with(other.name(), Meaning.UNRECOGNISED);
            }
            mapping = with(mapping, id, Meaning.ROW_ID);
        }
        if (truth != null && hasColumn(mapping, truth)) {
            mapping = with(mapping, truth, Meaning.UNRECOGNISED);
        }
        return mapping;
    }

    /** The column that was said to name this source's rows; {@code null} where nothing was said. */
    private @Nullable String idColumn(ColumnMapping mapping, String source) {
        String found = null;
        for (Choice choice : ids) {
            if (choice.concerns(source) && (found == null || choice.source() != null)) {
                found = choice.column();
            }
        }
        if (found != null) {
            requireColumn(mapping, source, found, "--id");
        }
        return found;
    }

    /** Refuses a choice that no source could follow. */
    void requireUse(List<SourceFile> files) {
        for (Choice choice : meanings) {
            boolean used = files.stream()
                    .anyMatch(file -> choice.concerns(file.name()) && hasColumn(file.mapping(), choice.column()));
            if (!used) {
                Set<String> names = new TreeSet<>();
                files.stream()
                        .filter(file -> choice.concerns(file.name()))
                        .forEach(file -> file.mapping().columns().forEach(column -> names.add(column.name())));
                throw wrong("No file has the column \"" + choice.column() + "\" that --column names. There are "
                        + String.join(", ", names) + ".");
            }
        }
    }

    /** Where the column stands; refuses a name that the source has no column of. */
    static int requireColumn(ColumnMapping mapping, String source, String column, String option) {
        int index = indexOf(mapping, column);
        if (index < 0) {
            throw wrong(source + " has no column \"" + column + "\", which " + option + " names. It has "
                    + mapping.columns().stream().map(RecognisedColumn::name).collect(Collectors.joining(", ")) + ".");
        }
        return index;
    }

    private static CommandException wrong(String message) {
        return new CommandException("COLUMN-CHOICE", ExitCode.WRONG_USE, message);
    }

    private static boolean hasColumn(ColumnMapping mapping, String column) {
        return indexOf(mapping, column) >= 0;
    }

    /** Where a column stands whose name is this, or else this but for upper and lower case; -1 where none does. */
    static int indexOf(ColumnMapping mapping, String column) {
        int alike = -1;
        for (RecognisedColumn one : mapping.columns()) {
            if (one.name().equals(column)) {
                return one.index();
            }
            if (alike < 0 && one.name().equalsIgnoreCase(column)) {
                alike = one.index();
            }
        }
        return alike;
    }

    private static ColumnMapping with(ColumnMapping mapping, String column, Meaning meaning) {
        return mapping.with(mapping.columns().get(indexOf(mapping, column)).name(), meaning);
    }
}
