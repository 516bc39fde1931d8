package org.concordat.cli.results;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.concordat.cli.console.Screen;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Where the results of a command appear, and how it tells of them: options that commands share. */
public final class OutputChoices {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A new folder for the results.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    /** Makes the folder, with the page and all that the writer puts beside it, or not at all. */
    public void write(String pageName, ReportPage page, Consumer<NewFolder> tables) {
        try (NewFolder folder = NewFolder.at(out)) {
            tables.accept(folder);
            folder.write(pageName, stream -> {
                page.write(stream);
                return 1;
            });
            folder.finish();
        }
    }

    /** The day that stands on the page. */
    public LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /** Tells what came out: one object for machines where that was asked for, else lines for people. */
    public void tell(Supplier<Map<String, Object>> forMachines, List<String> forPeople) {
        if (command == null) {
            throw new IllegalStateException("picocli fills this in before a command is called");
        }
        if (json) {
            command.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(forMachines.get()));
            command.commandLine().getOut().flush();
        } else {
            Screen screen = Screen.of(command.commandLine(), false);
            forPeople.forEach(screen::say);
        }
    }

    /** The folder's path, as it was given. */
    public Path out() {
        return out;
    }
}
