package org.concordat.cli.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.concordat.cli.console.Screen;
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

    /** The folder asked for, which appears when it is finished. */
    public NewFolder folder() {
        return NewFolder.at(out);
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
