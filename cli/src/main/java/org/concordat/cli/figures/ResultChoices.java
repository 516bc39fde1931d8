package org.concordat.cli.figures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.results.OutputChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How tables are read, which small counts are hidden, where results go and how they are told: options of the commands that part
 * what may be published from what is to be kept.
 */
public final class ResultChoices {
    @Option(names = "--title", paramLabel = "WORDS", description = "Of the page; else made of the file's name.")
    private @Nullable String title;

    @Mixin
    private OutputChoices output = new OutputChoices();

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
        return output.today();
    }

    /** Makes the folder, with the page and all that the writer puts beside it, or not at all. */
    public void write(String pageName, ReportPage page, Consumer<NewFolder> tables) {
        output.write(pageName, page, tables);
    }

    /** Tells people what was found, and where the results lie; machines get the summary instead. */
    public void tell(String page, Map<String, Object> summary, List<String> lines) {
        Path folder = output.out();
        summary.put("folder", folder.toString());
        List<String> all = new ArrayList<>(lines);
        all.add("To publish: " + folder.resolve("publish") + "; open " + folder.resolve(page) + " in a browser.");
        all.add("To keep: " + folder.resolve("keep") + ", which may tell something about persons.");
        output.tell(() -> summary, all);
    }
}
