package org.concordat.cli.agreements;

import java.io.PrintWriter;
import org.concordat.cli.agreements.documents.RenderCommand;
import org.concordat.cli.agreements.map.MapCommand;
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
            "  ./concordat agreements new schedule > town/sc-1.yaml      a file to fill in",
            "  ./concordat agreements lint town                          what is wrong with the files?",
            "  ./concordat agreements new-key my.key                     a signatory's key",
            "  ./concordat agreements sign town SC-1 --organisation council --signatory council-chief --key my.key",
            "  ./concordat agreements show town --trusted-keys keys.yaml the register: who signed, what is due",
            "  ./concordat agreements law                                what the law pack says, and how sure it is",
            "  ./concordat agreements render town --all --out documents  the agreements as pages and PDF",
            "  ./concordat agreements map town --out map.html            who may share what with whom",
            "",
            "The manual: docs/manual/agreements.md"
        },
        subcommands = {
            NewCommand.class,
            LintCommand.class,
            ShowCommand.class,
            LawCommand.class,
            NewKeyCommand.class,
            SignCommand.class,
            OfferCommand.class,
            ImpactCommand.class,
            RenderCommand.class,
            MapCommand.class,
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
