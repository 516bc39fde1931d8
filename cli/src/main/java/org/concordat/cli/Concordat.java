package org.concordat.cli;

import java.io.PrintWriter;
import org.concordat.cli.console.Troubles;
import org.concordat.cli.link.LinkCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code concordat}; alone, it explains itself. */
@Command(
        name = "concordat",
        mixinStandardHelpOptions = true,
        description = "Lets the public bodies of one place share data lawfully, and proves it.",
        subcommands = {LinkCommand.class, HelpCommand.class})
public final class Concordat implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to parse or run. */
    public static CommandLine commandLine() {
        Troubles troubles = new Troubles();
        return new CommandLine(new Concordat())
                .setExecutionExceptionHandler(troubles)
                .setParameterExceptionHandler(troubles);
    }

    @Override
    public void run() {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            spec.commandLine().usage(out);
        }
    }
}
