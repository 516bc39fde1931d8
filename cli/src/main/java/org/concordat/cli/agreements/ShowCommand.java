package org.concordat.cli.agreements;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Organisation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows the register of agreements with signatures and reviews; or one document, accession or organisation.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of agreements.")
    private @Nullable Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            description = "A document, accession or organisation of it.")
    private @Nullable String id;

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Keys that were checked with their organisations; else no signature counts.")
    private @Nullable Path trustedKeys;

    @Option(names = "--on", paramLabel = "DATE", description = "How it stands on that day; else today.")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        OpenFolder opened = OpenFolder.of(Objects.requireNonNull(folder), trustedKeys);
        var register = new Register(opened, on == null ? LocalDate.now(ZoneId.systemDefault()) : on);
        Screen screen = Screen.of(Objects.requireNonNull(spec).commandLine(), false);
        lines(opened, register).forEach(screen::say);
        return ExitCode.DONE.number();
    }

    private List<String> lines(OpenFolder opened, Register register) {
        String wanted = id;
        if (wanted == null) {
            return register.all();
        }
        Agreement agreement = opened.folder().agreements().get(wanted);
        if (agreement != null) {
            return register.document(agreement);
        }
        Accession accession = opened.folder().accessions().get(wanted);
        if (accession != null) {
            return register.accession(accession);
        }
        Organisation organisation = opened.folder().organisations().get(wanted);
        if (organisation != null) {
            return register.organisation(organisation);
        }
        throw new CommandException(
                "DOCUMENT-UNKNOWN",
                ExitCode.WRONG_USE,
                "The folder describes no protocol, agreement, schedule, accession or organisation '"
                        + Plain.text(wanted) + "'. List them: ./concordat agreements show " + opened.path());
    }
}
