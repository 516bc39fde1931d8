package org.concordat.cli.agreements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.RequestShapes;
import org.concordat.policy.reading.Shape.Group;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Prints a file of a kind to fill in, each field with what it means.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat agreements new schedule > town/schedule-sc-1.yaml")
final class NewCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "KIND",
            description =
                    "protocol, agreement, schedule, accession, organisation, team, role, dataset, purpose, code-list,"
                            + " signature, verification; facts; trusted-keys, which lie outside the folder.")
    private String kind = "";

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Map<String, Group> kinds = kinds();
        Group shape = kinds.get(kind);
        if (shape == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no kind '" + Plain.text(kind) + "'. Use one of: " + String.join(", ", kinds.keySet())
                            + ". For a request: ./concordat check --template.");
        }
        Screen screen = Screen.of(command.commandLine(), false);
        lines(kind, shape).forEach(screen::say);
        return ExitCode.DONE.number();
    }

    static Map<String, Group> kinds() {
        var kinds = new LinkedHashMap<String, Group>(FileShapes.KINDS);
        kinds.put("facts", Objects.requireNonNull(RequestShapes.KINDS.get("facts")));
        kinds.put("trusted-keys", TrustedKeys.FILE);
        return kinds;
    }

    static List<String> lines(String kind, Group shape) {
        var lines = new ArrayList<String>();
        lines.add("# " + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)
                + ": fill in each line that ends in a colon or in []. Put text that holds a colon or a # in quotes.");
        lines.add("# What is optional stands behind a #: take that away, or leave the line as it is.");
        lines.addAll(FileTemplate.of(shape));
        return lines;
    }
}
