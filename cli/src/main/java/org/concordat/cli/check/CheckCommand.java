package org.concordat.cli.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.concordat.cli.agreements.NamedFile;
import org.concordat.cli.agreements.OpenFolder;
import org.concordat.cli.agreements.Plain;
import org.concordat.cli.check.Recording.Recorded;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.RequestFile;
import org.concordat.policy.decide.RequestShapes;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.words.FactName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat check}, and what it does. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "May this be shared? Answers a request from a folder of agreements, with reasons.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat check --template agreement > request.yaml     a request to fill in",
            "  ./concordat check request.yaml --agreements town --facts facts.yaml --trusted-keys keys.yaml",
            "",
            "Ends with 0 when it is permitted, 1 when it is refused or something is missing, 2 when the command was used",
            "wrongly, 3 when nothing could be decided. The manual: docs/manual/check.md"
        })
public final class CheckCommand implements Callable<Integer> {

    /** Of a folder's notices, those that bear on a single answer; the others are for {@code agreements lint}. */
    private static final Set<String> TELLING_NOTICES = Set.of("FILE-LEFT-OUT", "VERIFICATION-OUTDATED");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "REQUEST", description = "The file of the request.")
    private @Nullable Path request;

    @Option(names = "--agreements", paramLabel = "DIR", description = "The folder of agreements.")
    private @Nullable Path agreements;

    @Option(names = "--facts", paramLabel = "FILE", description = "What was found out about this request.")
    private @Nullable Path facts;

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Signatories' keys that were checked with their organisations; else no signature counts.")
    private @Nullable Path trustedKeys;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day it would be shared, such as 2026-03-31; else the request's, else today.")
    private @Nullable LocalDate on;

    @Option(names = "--record", paramLabel = "LEDGER", description = "Record the decision in this ledger.")
    private @Nullable Path ledger;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "With --record: a new file for the answer and the salts that open its entry.")
    private @Nullable Path keep;

    @Option(
            names = "--template",
            arity = "0..1",
            fallbackValue = "agreement",
            paramLabel = "KIND",
            description = "Print a request to fill in: agreement, single-disclosure, reuse or serious-harm.")
    private @Nullable String template;

    @Option(names = "--json", description = "Print the answer for machines: one object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (template != null) {
            return template(command, template);
        }
        Path requestPath = request;
        Path folder = agreements;
        if (requestPath == null || folder == null) {
            throw new ParameterException(
                    command.commandLine(), "Give a request, and a folder of agreements with --agreements.");
        }
        if ((ledger == null) != (keep == null)) {
            throw new ParameterException(command.commandLine(), "--record and --keep go together.");
        }
        NamedFile requestFile = NamedFile.of(requestPath);
        RequestFile asked = requestFile.as(RequestFile::read);
        Optional<NamedFile> factsFile = Optional.ofNullable(facts).map(NamedFile::of);
        Optional<FactsFile> found = factsFile.map(file -> file.as(FactsFile::read));
        OpenFolder opened = OpenFolder.of(folder, trustedKeys);
        Answer answer = answer(asked, found, opened, LocalDate.now(ZoneId.systemDefault()));
        Optional<Recorded> recorded = ledger == null || keep == null
                ? Optional.empty()
                : Optional.of(Recording.of(answer, requestFile, factsFile, ledger, keep));
        if (json) {
            command.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(fields(answer, recorded)));
            command.commandLine().getOut().flush();
        } else {
            Screen screen = Screen.of(command.commandLine(), false);
            AnswerText.of(answer).forEach(screen::say);
            recorded(answer, recorded).forEach(screen::say);
        }
        return answer.exitCode().number();
    }

    private static int template(CommandSpec command, String kind) {
        if (!RequestShapes.GROUNDS.contains(kind)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--template: '" + Plain.text(kind) + "' is none of " + String.join(", ", RequestShapes.GROUNDS)
                            + ".");
        }
        RequestTemplate.of(kind).forEach(Screen.of(command.commandLine(), false)::say);
        return ExitCode.DONE.number();
    }

    private Answer answer(RequestFile asked, Optional<FactsFile> found, OpenFolder opened, LocalDate today) {
        LocalDate day = on != null ? on : asked.day().orElse(today);
        var notes = new Problems();
        Map<FactName, org.concordat.policy.words.Answer> answers =
                found.map(file -> file.answersFor(asked.id(), day, notes)).orElse(Map.of());
        if (found.filter(file -> !file.about().equals(asked.id())).isPresent()) {
            Problem elsewhere = notes.inOrder().getFirst();
            throw new CommandException(
                    "FACTS-ELSEWHERE",
                    ExitCode.WRONG_USE,
                    elsewhere.place() + ": " + elsewhere.cause() + " " + elsewhere.remedy());
        }
        Request wish = asked.on(day);
        Decision decision = new Decider().decide(wish, new Facts(opened.folder(), opened.law(), answers));
        var notices = new ArrayList<>(notes.inOrder());
        opened.notices().stream()
                .filter(notice -> TELLING_NOTICES.contains(notice.code()))
                .forEach(notices::add);
        return new Answer(asked.id(), wish, decision, opened, found, today, List.copyOf(notices));
    }

    private static Map<String, Object> fields(Answer answer, Optional<Recorded> recorded) {
        var fields = new LinkedHashMap<>(AnswerFields.of(answer));
        recorded.ifPresent(done -> fields.put(
                "recorded",
                Map.of(
                        "decision", done.decision(),
                        "entry", done.entry(),
                        "ledger", done.ledger().toString(),
                        "kept", done.kept().toString())));
        return fields;
    }

    private static List<String> recorded(Answer answer, Optional<Recorded> recorded) {
        var lines = new ArrayList<String>();
        lines.add("");
        if (recorded.isEmpty()) {
            if (answer.decision() instanceof Decision.Permitted) {
                lines.addAll(Plain.lines(
                        "",
                        "",
                        "This answer is not recorded, and nothing should leave on an answer that cannot be proved later:"
                                + " ask again with --record and --keep."));
            } else {
                lines.removeLast();
            }
            return lines;
        }
        Recorded done = recorded.get();
        lines.addAll(
                Plain.lines(
                        "",
                        "",
                        "Recorded as entry " + done.entry() + " of the ledger " + done.ledger() + ", decision "
                                + done.decision()
                                + ". The answer, and the salts that open the entry, are in " + done.kept()
                                + ": keep that file, the request and the facts as they are, and to yourself. To prove it later:"));
        lines.add("");
        Recording.howToProve(done).forEach(line -> lines.add("    " + line));
        return lines;
    }
}
