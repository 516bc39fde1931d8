package org.concordat.cli.figures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * How tables are read, which small counts are hidden, where results go and how they are told: options of the commands that part
 * what may be published from what is to be kept.
 */
public final class ResultChoices {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Folder for the results; made anew, with what may be published and what is to be kept apart.")
    private Path out = Path.of("");

    @Option(names = "--title", paramLabel = "WORDS", description = "Of the page; else made of the file's name.")
    private @Nullable String title;

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    /** Which small counts are hidden. */
    public SmallCounts smallCounts() {
        return hiding.smallCounts();
    }

    /** Reads the table that a user named. */
    public FigureTable read(Path file) {
        return FigureTable.read(file, form.options());
    }

    /** The title asked for. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** The day that stands on a page. */
    public LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /** Makes the folder, with all that the writer puts into it or not at all. */
    public void write(Consumer<NewFolder> writer) {
        try (NewFolder folder = NewFolder.at(out)) {
            writer.accept(folder);
            folder.finish();
        }
    }

    /** Writes a page into the folder. */
    public static void page(NewFolder folder, String name, ReportPage page) {
        folder.write(name, stream -> {
            page.write(stream);
            return 1;
        });
    }

    /** Tells people what was found, and where the results lie; machines get the summary instead. */
    public void tell(@Nullable CommandSpec spec, String page, Map<String, Object> summary, Iterable<String> lines) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        if (json) {
            summary.put("folder", out.toString());
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(summary));
            spec.commandLine().getOut().flush();
            return;
        }
        Screen screen = Screen.of(spec.commandLine(), false);
        lines.forEach(screen::say);
        screen.say("To publish: " + out.resolve("publish") + "; open " + out.resolve(page) + " in a browser.");
        screen.say("To keep: " + out.resolve("keep") + ", which may tell something about persons.");
    }
}
