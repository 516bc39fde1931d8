package org.concordat.cli.figures;

import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which small counts are hidden: options that commands share. Six is the least that is shown, unless the user says otherwise. */
public final class HidingChoices {
    private static final long USUAL_THRESHOLD = 6;
    private static final int SHORTEST_REASON = 8;

    @Option(names = "--threshold", paramLabel = "N", description = "Counts from 1 up to below N are hidden; else 6.")
    private @Nullable Long threshold;

    @Option(
            names = "--no-suppress",
            paramLabel = "REASON",
            description = "Hides no small counts, for the reason given, which stands on the page and in the metadata.")
    private @Nullable String noSuppress;

    /**
     * What was chosen.
     *
     * @throws CommandException {@code HIDING-OPTION} when that makes no sense
     */
    public SmallCounts smallCounts() {
        if (noSuppress != null) {
            if (threshold != null) {
                throw wrong("--threshold and --no-suppress exclude each other.");
            }
            if (noSuppress.strip().length() < SHORTEST_REASON) {
                throw wrong("--no-suppress takes a reason in words, which others will read.");
            }
            return SmallCounts.shown(noSuppress.strip());
        }
        long chosen = threshold == null ? USUAL_THRESHOLD : threshold;
        if (chosen < 2) {
            throw wrong("--threshold is 2 or more; to hide nothing, give --no-suppress with a reason.");
        }
        return new SmallCounts(chosen, "");
    }

    private static CommandException wrong(String what) {
        return new CommandException("HIDING-OPTION", ExitCode.WRONG_USE, what);
    }
}
