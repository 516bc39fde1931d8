package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Codes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat ledger codes}. */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows which codes entries that are written by hand may hold, or adds some. Any other is refused,"
                + " since a made-up code could be somebody's name.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat ledger codes town --add organisation:tideford-council --add agreement:SA-2031")
final class CodesCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The ledger.")
    private @Nullable Path folder;

    @Option(
            names = "--add",
            paramLabel = "REGISTER:CODE",
            description = "A code that names no person. Registers: organisation, dataset, purpose, agreement,"
                    + " verification, law-pack, rule, duty, document. May be given again.")
    private List<String> added = new ArrayList<>();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path place = Objects.requireNonNull(folder);
        Codes more = Codes.parse(String.join("\n", added).replace(':', ' ').getBytes(UTF_8));
        try (Ledger held = Folders.open(place, command)) { // so that nobody else changes the file meanwhile
            Codes codes = KnownCodes.addedTo(place).and(more);
            if (!added.isEmpty()) {
                KnownCodes.keep(place, codes);
                Screen.of(command.commandLine(), true)
                        .say("Entries of " + held.origin()
                                + " may hold these codes now. What is recorded stays for ever:"
                                + " be sure that none of them names a person.");
            }
            command.commandLine()
                    .getOut()
                    .print(KnownCodes.ofTheProgram().and(codes).text());
            command.commandLine().getOut().flush();
        }
        return ExitCode.DONE.number();
    }
}
