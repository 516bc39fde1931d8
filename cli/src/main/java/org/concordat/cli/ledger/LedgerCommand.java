package org.concordat.cli.ledger;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code concordat ledger}, which only groups others. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Keeps a record in a folder that nobody, its keeper included, can change unseen.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nThe way through:%n",
        footer = {
            "  ./concordat ledger init proof --name ledger.town.example --key proof.key",
            "  ./concordat ledger append proof --document proof.key.pub --as public-key",
            "  ./concordat ledger checkpoint proof --key proof.key",
            "  ./concordat ledger prove proof --entry 0 --out entry.tlog-proof",
            "  ./concordat verify entry.tlog-proof"
        },
        subcommands = {
            InitCommand.class,
            CodesCommand.class,
            AppendCommand.class,
            CheckpointCommand.class,
            WitnessCommand.class,
            ProveCommand.class,
            ChangeKeyCommand.class
        })
public final class LedgerCommand implements Runnable {
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
