package org.concordat.cli.figures;

import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import picocli.CommandLine.Option;

/** How sure intervals are: an option that commands share. */
public final class ConfidenceChoice {
    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of the intervals; else 0.95.")
    private double confidence = .95;

    /**
     * What was chosen, between 0 and 1.
     *
     * @throws CommandException {@code CONFIDENCE-OPTION} when it is not
     */
    public double value() {
        if (!(confidence > 0 && confidence < 1)) {
            throw new CommandException(
                    "CONFIDENCE-OPTION",
                    ExitCode.WRONG_USE,
                    "--confidence lies between 0 and 1, such as 0.95 or 0.998.");
        }
        return confidence;
    }
}
