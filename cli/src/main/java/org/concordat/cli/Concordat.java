package org.concordat.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.concordat.cli.agreements.AgreementsCommand;
import org.concordat.cli.anonymise.AnonymiseCommand;
import org.concordat.cli.audit.AuditCommand;
import org.concordat.cli.beforeafter.BeforeAfterCommand;
import org.concordat.cli.check.CheckCommand;
import org.concordat.cli.console.Troubles;
import org.concordat.cli.convert.ConvertCommand;
import org.concordat.cli.demo.DemoCommand;
import org.concordat.cli.density.DensityCommand;
import org.concordat.cli.estimate.EstimateCommand;
import org.concordat.cli.evaluate.EvaluateCommand;
import org.concordat.cli.hotspots.HotspotsCommand;
import org.concordat.cli.index.IndexCommand;
import org.concordat.cli.inequality.InequalityCommand;
import org.concordat.cli.ledger.LedgerCommand;
import org.concordat.cli.ledger.VerifyCommand;
import org.concordat.cli.link.LinkCommand;
import org.concordat.cli.nearrepeats.NearRepeatsCommand;
import org.concordat.cli.pathways.PathwaysCommand;
import org.concordat.cli.profile.ProfileCommand;
import org.concordat.cli.protect.ProtectCommand;
import org.concordat.cli.rates.RatesCommand;
import org.concordat.cli.recapture.RecaptureCommand;
import org.concordat.cli.survival.SurvivalCommand;
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
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat demo                                        a whole run on a made-up town",
            "  ./concordat profile council.csv                         how good is this file?",
            "  ./concordat link council.csv hospital.csv --out linked  who is who in these files?",
            "  ./concordat protect wards.csv --by ward,religion --count persons --out safe",
            "                                                          hide what would tell of persons",
            "  ./concordat check request.yaml --agreements agreements  may this be shared, and why?",
            "  ./concordat verify entry.tlog-proof                     was this recorded, and never changed?",
            "  ./concordat link --help                                 the options of a command",
            "",
            "Everything stays on this computer; nothing is sent anywhere. The manual: docs/manual/README.md",
            "The launcher also knows: serve (a partnership's server), backup and restore (what it holds),",
            "test (what a change must pass) and soak (the long runs).",
            "Memory: CONCORDAT_MEMORY=6g ./concordat … sets it, else 60 %% of the machine is used."
        },
        subcommands = {
            DemoCommand.class,
            LinkCommand.class,
            ProfileCommand.class,
            ProtectCommand.class,
            AnonymiseCommand.class,
            AuditCommand.class,
            RatesCommand.class,
            IndexCommand.class,
            InequalityCommand.class,
            EstimateCommand.class,
            HotspotsCommand.class,
            DensityCommand.class,
            NearRepeatsCommand.class,
            ConvertCommand.class,
            EvaluateCommand.class,
            BeforeAfterCommand.class,
            SurvivalCommand.class,
            PathwaysCommand.class,
            RecaptureCommand.class,
            CheckCommand.class,
            AgreementsCommand.class,
            LedgerCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        })
public final class Concordat implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        // The solver behind audits would greet on standard output, among results.
        System.setProperty("shut.up.ojAlgo", "true");
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to parse or run. */
    public static CommandLine commandLine() {
        Troubles troubles = new Troubles();
        CommandLine line = new CommandLine(new Concordat());
        String version =
                Objects.requireNonNullElse(Concordat.class.getPackage().getImplementationVersion(), "(not packaged)");
        line.getCommandSpec().version("Concordat " + version);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version("Concordat " + version));
        return line.setExecutionStrategy(Troubles::run)
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
