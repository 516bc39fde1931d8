package org.concordat.cli.console;

import java.io.PrintWriter;
import java.util.Set;
import org.concordat.files.FilesException;
import org.concordat.ledger.LedgerException;
import org.concordat.linkage.LinkageException;
import org.concordat.synthetic.SyntheticException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever stops a command into a message on the error stream and an exit code. */
public final class Troubles implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Set<String> LEDGER_COULD_NOT = Set.of("STORE-FAILED", "LEDGER-IN-USE", "LEDGER-NOT-FOUND");

    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed) {
        return tell(trouble, command.getErr());
    }

    @Override
    public int handleParseException(ParameterException trouble, String[] arguments) {
        CommandLine command = trouble.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(trouble.getMessage() + " (WRONG-USE)");
        if (!UnmatchedArgumentException.printSuggestions(trouble, err)) {
            err.println("How it is used: ./" + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.WRONG_USE.number();
    }

    private static int tell(Throwable trouble, PrintWriter err) {
        ExitCode exitCode;
        switch (trouble) {
            case CommandException known -> {
                err.println(known.getMessage());
                exitCode = known.exitCode();
            }
            case FilesException known -> {
                err.println(known.getMessage());
                exitCode = known.code().equals("FILE-UNREADABLE") ? ExitCode.COULD_NOT : ExitCode.REFUSED;
            }
            case LinkageException known -> {
                err.println(known.getMessage());
                exitCode = ExitCode.REFUSED;
            }
            case LedgerException known -> {
                err.println(known.getMessage());
                exitCode = LEDGER_COULD_NOT.contains(known.code()) ? ExitCode.COULD_NOT : ExitCode.REFUSED;
            }
            case SyntheticException known -> {
                err.println(known.getMessage());
                exitCode = ExitCode.COULD_NOT;
            }
            default -> {
                fault(trouble, err);
                exitCode = ExitCode.COULD_NOT;
            }
        }
        err.flush();
        return exitCode.number();
    }

    /** Our own fault: shown without the exception's message, which could quote a record. */
    private static void fault(Throwable trouble, PrintWriter err) {
        err.println("Concordat made a mistake of its own and stopped; nothing was written. Please report these lines,"
                + " in which there is nothing of your files. (OWN-FAULT)");
        for (Throwable at = trouble; at != null; at = at.getCause()) {
            err.println("  " + at.getClass().getName());
            for (StackTraceElement frame : at.getStackTrace()) {
                err.println("    at " + frame);
            }
        }
    }
}
