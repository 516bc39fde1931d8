package org.concordat.cli.console;

import java.io.PrintWriter;
import java.util.Set;
import org.concordat.files.FilesException;
import org.concordat.ledger.LedgerException;
import org.concordat.linkage.LinkageException;
import org.concordat.pictures.PicturesException;
import org.concordat.policy.PolicyException;
import org.concordat.synthetic.SyntheticException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever stops a command into a message on the error stream and an exit code. */
public final class Troubles implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Set<String> LEDGER_COULD_NOT = Set.of("STORE-FAILED", "LEDGER-IN-USE", "LEDGER-NOT-FOUND");

    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed) {
        return tell(trouble, command.getErr());
    }

    /**
     * Runs what was parsed; an error of the machine becomes a trouble like others, so that nobody sees places in the
     * program where a sentence is due.
     */
    public static int run(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError tooMuch) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), "no memory", outOfMemory(tooMuch));
        } catch (StackOverflowError fault) {
            throw new ExecutionException(
                    parsed.commandSpec().commandLine(), "no stack", new IllegalStateException(fault));
        }
    }

    private static CommandException outOfMemory(OutOfMemoryError tooMuch) {
        return new CommandException(
                "OUT-OF-MEMORY",
                ExitCode.COULD_NOT,
                "The work needs more memory than Concordat was given (about "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB); nothing was written. Give it more with the setting CONCORDAT_MEMORY, such as"
                        + " CONCORDAT_MEMORY=6g, or take fewer records at a time.",
                tooMuch);
    }

    @Override
    public int handleParseException(ParameterException trouble, String[] arguments) {
        CommandLine command = trouble.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(ParseWords.of(trouble) + " (WRONG-USE)");
        if (!UnmatchedArgumentException.printSuggestions(trouble, err)) {
            err.println("How it is used: ./" + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.WRONG_USE.number();
    }

    private static int tell(Throwable trouble, PrintWriter err) {
        if (isEnding()) {
            // Interrupted: what then fails in other threads is no news to anybody.
            return ExitCode.COULD_NOT.number();
        }
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
            case PolicyException known -> {
                err.println(known.getMessage());
                exitCode = ExitCode.COULD_NOT;
            }
            case PicturesException known -> {
                err.println(known.getMessage());
                exitCode = ExitCode.COULD_NOT;
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

    /** Whether the program is being ended from outside, which only the refusal of one more hook tells. */
    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
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
