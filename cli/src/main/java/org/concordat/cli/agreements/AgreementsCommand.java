package org.concordat.cli.agreements;

import java.io.PrintWriter;
import org.concordat.cli.agreements.documents.RenderCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code concordat agreements}, which only groups others. */
@Command(
        name = "agreements",
        mixinStandardHelpOptions = true,
        description = "Agreements as files: write, check, sign and read them.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nThe way through:%n",
        footer = {
            "  ./concordat agreements lint town                          what is wrong with the files?",
            "",
            "The manual: docs/manual/agreements.md"
        },
        subcommands = {
            LintCommand.class,
            RenderCommand.class,
        })
public final class AgreementsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            spec.commandLine().usage(out);
        }
    }
}
