package org.concordat.cli.link;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.cli.console.Screen;
import org.concordat.cli.sources.SourceFile;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;

/** Shows what each column was taken for, before anything is done with it. */
final class RecognisedColumns {
    private RecognisedColumns() {}

    static void show(List<SourceFile> files, Screen screen) {
        for (SourceFile file : files) {
            screen.say(String.format(
                    Locale.ROOT, "%s (%s)", file.name(), file.report().format()));
            for (RecognisedColumn column : file.mapping().columns()) {
                if (column.meaning() != Meaning.UNRECOGNISED) {
                    screen.say(String.format(
                            Locale.ROOT,
                            "  %-24s %s%s",
                            column.name(),
                            column.meaning().words(),
                            by(column)));
                }
            }
            String ignored = file.mapping().of(Meaning.UNRECOGNISED).stream()
                    .map(RecognisedColumn::name)
                    .collect(Collectors.joining(", "));
            if (!ignored.isEmpty()) {
                screen.say("  not used: " + ignored);
            }
        }
    }

    private static String by(RecognisedColumn column) {
        return switch (column.by()) {
            case NAME -> "";
            case CONTENT -> " (by its values)";
            case HAND -> " (as you said)";
            case NOTHING -> "";
        };
    }
}
