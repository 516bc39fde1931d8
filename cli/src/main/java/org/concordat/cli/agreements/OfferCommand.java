package org.concordat.cli.agreements;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.questions.Candidate;
import org.concordat.policy.questions.Flow;
import org.concordat.policy.questions.Missing;
import org.concordat.policy.questions.Offers;
import org.concordat.policy.questions.Offers.Offer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements offer}. */
@Command(
        name = "offer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "For each organisation, what it should offer its partners and what it may expect of them.")
final class OfferCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of agreements.")
    private @Nullable Path folder;

    @Option(names = "--organisation", paramLabel = "ID", description = "Of this one only.")
    private @Nullable String organisation;

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Keys that were checked with their organisations; else no signature counts.")
    private @Nullable Path trustedKeys;

    @Option(names = "--on", paramLabel = "DATE", description = "On that day; else today.")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        OpenFolder opened = OpenFolder.of(Objects.requireNonNull(folder), trustedKeys);
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        String only = organisation;
        if (only != null && !opened.folder().organisations().containsKey(only)) {
            throw new CommandException(
                    "ORGANISATION-UNKNOWN",
                    ExitCode.WRONG_USE,
                    "The folder describes no organisation '" + Plain.text(only) + "'. It has: "
                            + String.join(", ", opened.folder().organisations().keySet())
                            + ".");
        }
        Offers offers = Offers.of(opened.folder(), opened.law(), day);
        Screen screen = Screen.of(Objects.requireNonNull(spec).commandLine(), false);
        screen.say("On " + day + ". Nothing here is a permission: each share is decided when it happens.");
        offers.list().stream()
                .filter(offer -> only == null || offer.organisation().equals(only))
                .flatMap(offer -> lines(offer, opened).stream())
                .forEach(screen::say);
        return ExitCode.DONE.number();
    }

    private static List<String> lines(Offer offer, OpenFolder opened) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(Plain.text(
                        Objects.requireNonNull(opened.folder().organisations().get(offer.organisation()))
                                .name())
                + " (" + offer.organisation() + ")");
        section(lines, "It may send", offer.sends().stream().map(Flow::sentence).toList());
        section(
                lines,
                "It may expect",
                offer.receives().stream().map(Flow::sentence).toList());
        section(
                lines,
                "It could almost send",
                offer.sendsOnceSupplied().stream().map(Flow::sentence).toList());
        section(
                lines,
                "It could almost expect",
                offer.receivesOnceSupplied().stream().map(Flow::sentence).toList());
        section(
                lines,
                "It still owes",
                offer.owes().stream().map(Missing::sentence).toList());
        section(
                lines,
                "It could offer, if all agreed",
                offer.couldOffer().stream().map(Candidate::sentence).toList());
        section(
                lines,
                "It could ask for, if all agreed",
                offer.couldExpect().stream().map(Candidate::sentence).toList());
        if (lines.size() == 2) {
            lines.add("  Nothing: no agreement and no power concerns it.");
        }
        return lines;
    }

    private static void section(List<String> lines, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("  " + heading);
            sentences.forEach(sentence -> lines.addAll(Plain.lines("    - ", "      ", sentence)));
        }
    }
}
