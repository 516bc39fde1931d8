package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Cost;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.tables.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What counts as unsafe, and what hidden cells must withstand, as the options of {@code protect} say it. */
final class SuppressChoices {
    private static final long USUAL = 6;

    /** What hiding a safe cell costs. */
    enum Costs {
        size,
        equal
    }

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description = "Smallest safe count (6 for counts); 0 for no such rule.")
    private @Nullable Long threshold;

    @Option(names = "--zeros-unsafe", description = "A count of nobody is unsafe too.")
    private boolean zerosUnsafe;

    @Option(
            names = "--contributors",
            paramLabel = "N",
            description = "Smallest safe number of contributors; rows only.")
    private @Nullable Integer contributors;

    @Option(
            names = "--dominance",
            paramLabel = "N,K",
            description = "Unsafe where the N largest give more than K %%; rows only.")
    private @Nullable String dominance;

    @Option(
            names = "--p-percent",
            paramLabel = "P[,N]",
            description = "Unsafe where N who join (1) can tell another to within P %%; rows only.")
    private @Nullable String pPercent;

    @Option(
            names = "--group",
            paramLabel = "COL",
            split = ",",
            description = "Unsafe where a whole group is of one kind by this column.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--min-interval",
            paramLabel = "W",
            defaultValue = "1",
            description =
                    "How far apart at least the figures lie that stay possible for an unsafe cell (${DEFAULT-VALUE}).")
    private long minInterval = 1;

    @Option(names = "--insiders", description = "Whoever is alone in a cell must learn nothing of others either.")
    private boolean insiders;

    @Option(names = "--hide-zeros", description = "Cells of nobody may serve to hide others.")
    private boolean hideZeros;

    @Option(
            names = "--cost",
            defaultValue = "size",
            description = "Hides little, or few: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Costs cost = Costs.size;

    @Option(names = "--optimal", description = "Proves that no cheaper choice exists; for tables of up to 1,000 cells.")
    private boolean optimal;

    @Option(
            names = "--effort",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long better choices are looked for (${DEFAULT-VALUE}).")
    private int effort = 10;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same choice (${DEFAULT-VALUE}).")
    private long seed = 1;

    /** The smallest safe count, where one was given. */
    OptionalLong threshold() {
        return threshold == null ? OptionalLong.empty() : OptionalLong.of(threshold);
    }

    long minInterval() {
        return minInterval;
    }

    boolean insiders() {
        return insiders;
    }

    boolean optimal() {
        return optimal;
    }

    /**
     * What is unsafe.
     *
     * @param by the columns of the table
     * @param counted whether the file holds counted cells, not rows
     * @param amounts whether rows are added up by an amount
     */
    Rules rules(List<String> by, boolean counted, boolean amounts, CommandLine line) {
        List<Rule> rules = new ArrayList<>();
        try {
            long safeFrom = threshold().orElse(amounts ? 0 : USUAL);
            if (safeFrom != 0) {
                rules.add(new Rule.Threshold(safeFrom, zerosUnsafe));
            }
            if (contributors != null) {
                rules.add(new Rule.FewContributors(contributors));
            }
            if (dominance != null) {
                String[] parts = dominance.split(",", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("--dominance is written N,K, such as 2,80");
                }
                rules.add(new Rule.Dominance(Integer.parseInt(parts[0].strip()), new BigDecimal(parts[1].strip())));
            }
            if (pPercent != null) {
                String[] parts = pPercent.split(",", -1);
                if (parts.length > 2) {
                    throw new IllegalArgumentException("--p-percent is written P or P,N, such as 10 or 10,2");
                }
                rules.add(new Rule.PPercent(
                        new BigDecimal(parts[0].strip()), parts.length == 2 ? Integer.parseInt(parts[1].strip()) : 1));
            }
            if (!groups.isEmpty()) {
                rules.add(new Rule.GroupDisclosure(new TreeSet<>(groups)));
            }
            if (counted && (contributors != null || dominance != null || pPercent != null)) {
                throw new IllegalArgumentException(
                        "--contributors, --dominance and --p-percent need rows, not counts: leave --count out");
            }
            Set<String> unknown = new TreeSet<>(groups);
            by.forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("--group names columns of --by, not " + unknown);
            }
            return new Rules(rules);
        } catch (NumberFormatException wrong) {
            throw new ParameterException(
                    line,
                    "--dominance is written N,K, such as 2,80, and --p-percent P or P,N, such as 10 or 10,2",
                    wrong);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(line, wrong.getMessage(), wrong);
        }
    }

    /** What the unsafe cells, of which {@code findings} tells, must withstand. */
    Protection protection(Table table, List<Finding> findings, CellChoices cells, CommandLine line) {
        List<Integer> published = cells.published(table);
        for (Finding finding : findings) {
            if (finding instanceof Finding.UnsafeCell && published.contains(finding.cell())) {
                throw new CommandException(
                        "PROTECT-IMPOSSIBLE",
                        ExitCode.REFUSED,
                        "The cell " + table.name(finding.cell())
                                + " is unsafe, so it cannot be published; leave it out of" + " --publish.");
            }
        }
        try {
            Protection protection = Protection.usual()
                    .withCost(cost == Costs.size ? Cost.SIZE : Cost.EQUAL)
                    .withLeastWidth(minInterval)
                    .withEffort(effort)
                    .withSeed(seed);
            protection = cells.in(protection, table);
            protection = insiders ? protection.againstInsiders() : protection;
            return hideZeros ? protection.withZerosHidden() : protection;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(line, wrong.getMessage(), wrong);
        }
    }
}
