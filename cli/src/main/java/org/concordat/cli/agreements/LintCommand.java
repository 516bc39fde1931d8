package org.concordat.cli.agreements;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat agreements lint}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Says everything that is wrong with a folder of agreements, by file and line.")
final class LintCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder; every *.yaml and *.yml below it is read.")
    private @Nullable Path folder;

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Keys that were checked with their organisations; else no signature counts.")
    private @Nullable Path trustedKeys;

    @Option(names = "--json", description = "Print problems and notices for machines.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        var problems = new Problems();
        Path place = Objects.requireNonNull(folder);
        OpenFolder.Read read = OpenFolder.read(place, OpenFolder.trusted(place, trustedKeys), problems);
        List<Problem> found = problems.inOrder();
        if (json) {
            Map<String, Object> all = new TreeMap<>(Map.of(
                    "files",
                    read.files(),
                    "sound",
                    found.isEmpty(),
                    "problems",
                    found.stream().map(LintCommand::fields).toList(),
                    "notices",
                    read.notices().stream().map(LintCommand::fields).toList()));
            command.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(all));
            command.commandLine().getOut().flush();
        } else {
            Screen screen = Screen.of(command.commandLine(), false);
            found.forEach(problem -> screen.say(OpenFolder.line(problem)));
            read.notices().forEach(notice -> screen.say("Notice. " + OpenFolder.line(notice)));
            screen.say(summary(read, found.size()));
        }
        return (found.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private static String summary(OpenFolder.Read read, int problems) {
        String files = read.files() == 1 ? "1 file" : read.files() + " files";
        String notices = read.notices().isEmpty()
                ? ""
                : read.notices().size() == 1
                        ? " 1 notice."
                        : " " + read.notices().size() + " notices.";
        return problems == 0
                ? files + ", no problems." + notices
                : files + ", " + (problems == 1 ? "1 problem" : problems + " problems") + ". The folder cannot be used."
                        + notices;
    }

    private static Map<String, Object> fields(Problem problem) {
        return new TreeMap<>(Map.of(
                "file", problem.place().file(),
                "line", problem.place().line(),
                "cause", problem.cause(),
                "remedy", problem.remedy(),
                "code", problem.code()));
    }
}
