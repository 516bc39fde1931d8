package org.concordat.server;

import java.io.PrintWriter;
import org.concordat.server.foundation.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that need the server's program; {@code ./concordat} hands them on. */
@Command(
        name = "concordat",
        description = "The partnership's server.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UpgradeCommand.class
        })
final class ServerCommands implements Runnable {
    private static final int WRONG_USE = 2;
    private static final int COULD_NOT = 3;

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new ServerCommands());
        // Settings, which GivenSettings takes or refuses.
        commands.getSubcommands().values().forEach(command -> command.setUnmatchedArgumentsAllowed(true));
        return commands.setExecutionExceptionHandler((trouble, line, _) -> explain(trouble, line.getErr()))
                .setParameterExceptionHandler((trouble, _) -> explainWrongUse(trouble));
    }

    /** Says what our own exception says; anything else is a fault of ours, and shown whole. */
    private static int explain(Exception trouble, PrintWriter err) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException ours) {
                err.println(ours.getMessage());
                return ours.code().startsWith("SETTING-") || ours.code().equals("BEYOND-LOOPBACK")
                        ? WRONG_USE
                        : COULD_NOT;
            }
        }
        trouble.printStackTrace(err);
        return COULD_NOT;
    }

    private static int explainWrongUse(ParameterException trouble) {
        PrintWriter err = trouble.getCommandLine().getErr();
        err.println(trouble.getMessage() + ". See --help. (WRONG-USE)");
        return WRONG_USE;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
