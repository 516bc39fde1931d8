package org.concordat.cli.agreements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Word;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements law}. */
@Command(
        name = "law",
        mixinStandardHelpOptions = true,
        description = "Shows the law pack: all its rows, or one in full with a verification to copy.")
final class LawCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ROW", description = "The id of a row.")
    private @Nullable String id;

    @Override
    public Integer call() {
        LawPack law = LawPack.unitedKingdom();
        Screen screen = Screen.of(Objects.requireNonNull(spec).commandLine(), false);
        String wanted = id;
        if (wanted == null) {
            rows(law).forEach(screen::say);
        } else {
            LawRow row = law.row(wanted)
                    .orElseThrow(() -> new CommandException(
                            "ROW-UNKNOWN",
                            ExitCode.WRONG_USE,
                            "The law pack has no row '" + Plain.text(wanted)
                                    + "'. List its rows: ./concordat agreements law"));
            row(row).forEach(screen::say);
        }
        return ExitCode.DONE.number();
    }

    private static List<String> rows(LawPack law) {
        var lines = new ArrayList<String>();
        lines.add("Law pack " + law.id() + " " + law.version() + ", fingerprint " + law.fingerprint());
        lines.add(
                "Facts for engineers, not legal advice. Text: v primary text read, s secondary source read, p partly");
        lines.add(
                "seen, n not verified. Only v or s that is known to be in force counts by itself; the rest counts once an");
        lines.add("officer has read it and recorded that. A restriction counts whatever its mark.");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "%-22s %-14s %-5s %-11s %s", "row", "kind", "text", "in force", "provision"));
        for (LawRow row : law.rows().values()) {
            lines.add(String.format(
                            Locale.ROOT,
                            "%-22s %-14s %-5s %-11s %s",
                            row.id(),
                            row.kind().word(),
                            row.mark().word(),
                            row.force().word(),
                            row.provision())
                    .stripTrailing());
        }
        return lines;
    }

    private static List<String> row(LawRow row) {
        var lines = new ArrayList<String>();
        lines.add(row.provision() + " (" + row.id() + ")");
        add(lines, "what it does", row.kind().word());
        add(lines, "where", words(row.nations()));
        add(
                lines,
                "text",
                text(row.mark()) + row.verifiedOn().map(day -> " on " + day).orElse(""));
        add(
                lines,
                "in force",
                force(row.force())
                        + row.inForceFrom().map(day -> ", from " + day).orElse("")
                        + row.inForceTo().map(day -> ", to " + day).orElse(""));
        add(lines, "from", bodies(row.from()));
        add(lines, "to", bodies(row.to()) + (row.mutual() ? "; and the other way round" : ""));
        if (row.within()) {
            add(lines, "within", "one organisation only");
        }
        add(
                lines,
                "for",
                row.purposes().any() ? "any purpose" : words(row.purposes().kinds()));
        addAll(lines, "only data of origin", row.reach().origins());
        addAll(lines, "only as", row.reach().forms());
        addAll(lines, "only these details", row.reach().details());
        row.reach().exclusions().forEach(exclusion -> add(lines, "not", exclusion(exclusion)));
        addAll(lines, "asks for", row.requires());
        row.restricts().ifPresent(restricts -> {
            addAll(lines, "forbids data of origin", restricts.origins());
            if (!restricts.receivedUnder().isEmpty()) {
                add(lines, "forbids what came under", String.join(", ", sorted(restricts.receivedUnder())));
            }
            if (restricts.identifyingAgain()) {
                add(lines, "forbids", "identifying people again");
            }
            addAll(lines, "not when for", restricts.unlessPurposes());
            addAll(lines, "not when leaving as", restricts.unlessForms());
            addAll(lines, "not when", restricts.unlessFacts());
            if (restricts.unlessExpress()) {
                add(lines, "not when", "a provision names such data expressly");
            }
            add(lines, "serious harm", restricts.liftedBySeriousHarm() ? "lifts it" : "does not lift it");
        });
        add(lines, "limits", row.limits());
        if (row.useLimited()) {
            add(lines, "use limit", "travels with the data");
        }
        row.offence().ifPresent(offence -> add(lines, "offence", offence));
        add(lines, "read it", row.link());
        add(lines, "fingerprint", row.fingerprint());
        lines.add("");
        if (row.restricts().isPresent()) {
            lines.add("It restricts as it stands, whatever its mark.");
        } else if (row.countsByItself()) {
            lines.add("It counts by itself.");
        } else {
            lines.addAll(Plain.lines(
                    "",
                    "",
                    "It does not count by itself. An officer who has read it as it stands now, and found it in force and as"
                            + " shown above, can record that in the folder of agreements, in verification-" + row.id()
                            + ".yaml:"));
            lines.add("");
            CopyLines.verification(row, Optional.empty()).forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static String text(Mark mark) {
        return switch (mark) {
            case V -> "v, primary text read";
            case S -> "s, secondary source read";
            case P -> "p, partly seen";
            case N -> "n, not verified";
        };
    }

    private static String force(Force force) {
        return switch (force) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "not known";
            case AS_ENACTED -> "known as enacted; later changes were not read";
        };
    }

    private static String bodies(LawRow.Bodies bodies) {
        if (bodies.anyone()) {
            return "anyone";
        }
        String kinds = words(bodies.kinds());
        String listed = bodies.listed() ? "whoever its own list names" : "";
        return kinds.isEmpty() || listed.isEmpty() ? kinds + listed : kinds + ", and " + listed;
    }

    private static String exclusion(LawRow.Exclusion exclusion) {
        var parts = new ArrayList<String>();
        if (exclusion.personal()) {
            parts.add("personal data");
        }
        List.of(exclusion.origins(), exclusion.sensitivities(), exclusion.classes()).stream()
                .map(LawCommand::words)
                .filter(words -> !words.isEmpty())
                .forEach(parts::add);
        String senders = exclusion.senders().isEmpty() ? "" : " from " + words(exclusion.senders());
        return String.join(", ", parts) + senders;
    }

    private static void addAll(List<String> lines, String name, Collection<? extends Word> words) {
        if (!words.isEmpty()) {
            add(lines, name, words(words));
        }
    }

    private static void add(List<String> lines, String name, String value) {
        String first = "  " + name + ": ";
        lines.addAll(Plain.lines(first, "    ", value));
    }

    private static String words(Collection<? extends Word> words) {
        return String.join(", ", words.stream().map(Word::word).sorted().toList());
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
