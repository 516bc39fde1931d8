package org.concordat.cli.agreements;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.questions.Change;
import org.concordat.policy.questions.Impact;
import org.concordat.policy.questions.Shift;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements impact}. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what stops if an agreement lapses, a party leaves or a row of law is repealed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat agreements impact town --without agreement:AG-1",
            "  ./concordat agreements impact town --without party:police          it leaves everything",
            "  ./concordat agreements impact town --without party:police/AG-1     it leaves AG-1",
            "  ./concordat agreements impact town --without row:localism-2011-s1",
            "  ./concordat agreements impact town --without key:police/police-chief",
            "  ./concordat agreements impact town --without verification:v-localism-2011-s1"
        })
final class ImpactCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of agreements.")
    private @Nullable Path folder;

    @Option(names = "--without", paramLabel = "WHAT", required = true, description = "What falls away; see below.")
    private String without = "";

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Keys that were checked with their organisations; else no signature counts.")
    private @Nullable Path trustedKeys;

    @Option(names = "--on", paramLabel = "DATE", description = "On that day; else today.")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Change change = change(command);
        OpenFolder opened = OpenFolder.of(Objects.requireNonNull(folder), trustedKeys);
        change.unknownIn(opened.folder(), opened.law()).ifPresent(sentence -> {
            throw new CommandException(
                    "CHANGE-UNKNOWN",
                    ExitCode.WRONG_USE,
                    Plain.text(sentence) + " Correct what follows --without; ./concordat agreements show "
                            + opened.path() + " lists documents and parties, ./concordat agreements law the rows.");
        });
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        Impact impact = Impact.of(opened.folder(), opened.law(), day, change);
        Screen screen = Screen.of(command.commandLine(), false);
        Plain.lines("", "", impact.sentence()).forEach(screen::say);
        section(screen, "What stops", impact.stopped());
        section(screen, "What would lack something", impact.degraded());
        section(screen, "What was almost there and is set back", impact.setBack());
        section(screen, "What opens or comes nearer", impact.opened());
        return ExitCode.DONE.number();
    }

    private static void section(Screen screen, String heading, List<Shift> shifts) {
        if (!shifts.isEmpty()) {
            screen.say("");
            screen.say(heading);
            shifts.forEach(
                    shift -> Plain.lines("  - ", "    ", shift.sentence()).forEach(screen::say));
        }
    }

    private Change change(CommandSpec command) {
        int colon = without.indexOf(':');
        String kind = colon < 0 ? "" : without.substring(0, colon);
        String id = without.substring(colon + 1);
        int slash = id.indexOf('/');
        String first = slash < 0 ? id : id.substring(0, slash);
        Optional<String> second = slash < 0 ? Optional.empty() : Optional.of(id.substring(slash + 1));
        return switch (kind) {
            case "agreement" -> new Change.AgreementLapses(id);
            case "party" -> new Change.PartyLeaves(first, second);
            case "row" -> new Change.RowRepealed(id);
            case "key" -> new Change.KeyWithdrawn(first, second.orElse(""));
            case "verification" -> new Change.VerificationWithdrawn(id);
            default ->
                throw new ParameterException(
                        command.commandLine(),
                        "--without: begin with agreement:, party:, row:, key: or verification:, then the id.");
        };
    }
}
