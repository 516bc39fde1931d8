package org.concordat.cli.figures;

import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.measures.comparisons.Polarity;
import picocli.CommandLine.Option;

/** What a user says about which figures are the good ones: an option that commands share. */
public final class PolarityChoice {
    @Option(
            names = "--polarity",
            paramLabel = "WORD",
            defaultValue = "neither",
            description = "high-is-good, low-is-good or neither (else): whether to say better and worse.")
    private String polarity = "neither";

    /** What was said. */
    public Polarity chosen() {
        return switch (polarity) {
            case "high-is-good" -> Polarity.HIGH_IS_GOOD;
            case "low-is-good" -> Polarity.LOW_IS_GOOD;
            case "neither" -> Polarity.NEITHER;
            default ->
                throw new CommandException(
                        "WRONG-USE", ExitCode.WRONG_USE, "--polarity is high-is-good, low-is-good or neither.");
        };
    }
}
