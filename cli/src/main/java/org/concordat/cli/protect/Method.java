package org.concordat.cli.protect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How a table is made safe, and which options belong to it: one that belongs to another method is refused. */
enum Method {
    SUPPRESS("suppress", Set.of()),
    ROUND("round", Set.of("--count", "--totals", "--rounding", "--base", "--secret", "--min-interval")),
    CELL_KEY(
            "cell-key",
            Set.of(
                    "--id",
                    "--secret",
                    "--record-key",
                    "--ptable",
                    "--repeats",
                    "--largest-change",
                    "--variance",
                    "--least-published",
                    "--with-totals",
                    "--budget",
                    "--max-gain",
                    "--no-budget"));

    private static final Set<String> COMMON = Set.of(
            "--by",
            "--within",
            "--total",
            "--threshold",
            "--method",
            "--out",
            "--delimiter",
            "--encoding",
            "--sheet",
            "--json");

    private final String word;
    private final Set<String> own;

    Method(String word, Set<String> own) {
        this.word = word;
        this.own = own;
    }

    /** The method of this name, which all options that were given must belong to. */
    static Method chosen(String word, ParseResult given) {
        Method method = Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("There is no method " + word + "; there are " + words() + "."));
        List<String> foreign = given.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(option -> !method.takes(option))
                .toList();
        if (!foreign.isEmpty()) {
            throw wrong(String.join(", ", foreign)
                    + (foreign.size() == 1 ? " does not belong" : " do not belong") + " to --method " + word
                    + " and would change nothing. Leave "
                    + (foreign.size() == 1
                            ? "it out, or choose the method that it belongs to."
                            : "them out, or choose the" + " method that they belong to."));
        }
        return method;
    }

    private boolean takes(String option) {
        if (COMMON.contains(option) || own.contains(option)) {
            return true;
        }
        // Whatever no other method claims alone is an option of suppression, the method that came first.
        return this == SUPPRESS
                && (option.equals("--count")
                        || option.equals("--totals")
                        || option.equals("--min-interval")
                        || Arrays.stream(values()).noneMatch(other -> other.own.contains(option)));
    }

    private static String words() {
        return Arrays.stream(values()).map(each -> each.word).collect(Collectors.joining(", "));
    }

    static CommandException wrong(String what) {
        return new CommandException("PROTECT-OPTION", ExitCode.WRONG_USE, what);
    }
}
