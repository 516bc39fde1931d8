package org.concordat.cli.protect;

import java.util.Optional;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.disclosure.rounding.ControlledRounder;
import org.concordat.disclosure.rounding.Rounded;
import org.concordat.disclosure.rounding.Rounder;
import org.concordat.disclosure.rounding.SmallCountRounder;
import org.concordat.disclosure.tables.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code protect --method round}: how counts are rounded, and to multiples of what. */
final class RoundChoices {
    private static final int MOST_SECONDS = 60;
    private static final long MOST_BASE = 1_000_000;

    @Option(
            names = "--rounding",
            paramLabel = "WAY",
            defaultValue = "controlled",
            description = "For --method round: controlled, so that totals still add up (else), conventional, random,"
                    + " or small-count.")
    private String rounding = "controlled";

    @Option(
            names = "--base",
            paramLabel = "N",
            defaultValue = "5",
            description = "For --method round: figures become multiples of it (${DEFAULT-VALUE}).")
    private long base = 5;

    /** What is rounded how, in words that go to readers. */
    record Way(String heading, String toReaders, String paper, boolean addsUp) {}

    /** How it is rounded. */
    Way way() {
        return switch (rounding) {
            case "conventional" ->
                new Way(
                        "each cell to the nearest multiple of " + base,
                        "Every figure was rounded by itself to the nearest multiple of " + base + ".",
                        "Each cell by itself, as A. Hundepool and others, Statistical Disclosure Control (2012), describe it.",
                        false);
            case "random" ->
                new Way(
                        "each cell up or down to a multiple of " + base + " by chance, right on average",
                        "Every figure was rounded by itself up or down to a multiple of " + base
                                + ", by chance and right on average.",
                        "Unbiased random rounding, as A. Hundepool and others, Statistical Disclosure Control (2012),"
                                + " describe it; a cell is rounded alike in every table under one secret.",
                        false);
            case "controlled" ->
                new Way(
                        "every cell up or down to a multiple of " + base + " so that all totals add up",
                        "Every figure was rounded up or down to a multiple of " + base + " so that all totals add up.",
                        "Zero-restricted controlled rounding by integer programming: L. H. Cox (1987); J. J."
                                + " Salazar-González (2006).",
                        true);
            case "small-count" ->
                new Way(
                        "what counts below " + base + " come of to 0 or " + base + ", all else summed anew",
                        "Cells below " + base + " became 0 or " + base
                                + ", and totals were summed anew, so a total may differ a little from the truth.",
                        "Small count rounding: Ø. Langsrud and J. Heldal (2018).",
                        true);
            default ->
                throw Method.wrong("There is no rounding " + rounding
                        + "; there are controlled, conventional, random and small-count.");
        };
    }

    /** Refuses choices that cannot be, before any file is read. */
    void check(boolean hasSecret) {
        way();
        if (base < 2 || base > MOST_BASE) {
            throw Method.wrong("--base is a whole number from 2 to " + MOST_BASE + ", such as 5.");
        }
        if (hasSecret != rounding.equals("random")) {
            throw Method.wrong(
                    hasSecret
                            ? "--secret belongs to --rounding random; the other ways leave nothing to chance."
                            : "--rounding random needs --secret FILE, so that the same cell is rounded alike in every table"
                                    + " and nobody else can tell how. Make one, once, with: openssl rand -hex 32 > FILE");
        }
    }

    /** Rounds a table. */
    Rounded round(Table table, @Nullable SecretFile secret) {
        return switch (rounding) {
            case "conventional" -> Rounder.conventional(table, base);
            case "random" -> Rounder.random(table, base, seed(secret));
            case "small-count" -> new SmallCountRounder(base).round(table);
            default -> controlled(table);
        };
    }

    private static long seed(@Nullable SecretFile secret) {
        if (secret == null) {
            throw new IllegalStateException("asked for before the table is read");
        }
        return secret.seed("random rounding");
    }

    private Rounded controlled(Table table) {
        Optional<Rounded> found = new ControlledRounder(base, MOST_SECONDS).round(table);
        return found.orElseThrow(() -> new CommandException(
                "PROTECT-NO-ROUNDING",
                ExitCode.REFUSED,
                "No rounding to multiples of " + base + " in which all totals add up was found within " + MOST_SECONDS
                        + " seconds; for some tables there is none. Take --rounding small-count, whose totals add up"
                        + " too, or fewer levels or columns."));
    }
}
