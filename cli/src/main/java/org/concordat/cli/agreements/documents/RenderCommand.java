package org.concordat.cli.agreements.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.agreements.OpenFolder;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.pictures.PicturesException;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pdf.PdfReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat agreements render}, and what it does. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes agreements out as documents: a page and a PDF with numbered clauses and the fingerprint.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat agreements render town SC-1 --out documents")
public final class RenderCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 12;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of agreements.")
    private @Nullable Path folder;

    @Parameters(
            index = "1..*",
            paramLabel = "ID",
            arity = "0..*",
            description = "Protocols, agreements or schedules to write out.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "Write out every protocol, agreement and schedule.")
    private boolean all;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Where ID.html and ID.pdf go. It is made where there is none.")
    private @Nullable Path out;

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Keys that were checked with their organisations; without it no signature counts as checked.")
    private @Nullable Path trustedKeys;

    @Option(names = "--no-pdf", description = "Write the pages alone.")
    private boolean pagesOnly;

    @Option(names = "--replace", description = "Put new documents in the place of those that are there.")
    private boolean replace;

    @Option(names = "--json", description = "Print what was written for machines.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path target = Objects.requireNonNull(out);
        if (all == !ids.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "Name the documents to write out, or all of them with --all.");
        }
        Screen screen = Screen.of(command.commandLine(), json);
        OpenFolder opened = OpenFolder.of(Objects.requireNonNull(folder), trustedKeys);
        List<String> wanted = wanted(opened);
        if (!replace) {
            wanted.forEach(id -> refuseExisting(target, id));
        }
        FolderTexts texts = FolderTexts.of(opened.sources());
        var written = new ArrayList<Map<String, Object>>();
        screen.bar().begin("writing documents", wanted.size());
        try {
            for (String id : wanted) {
                written.add(write(target, id, texts, opened));
                screen.bar().advance(1);
            }
        } finally {
            screen.bar().clear();
        }
        if (json) {
            command.commandLine()
                    .getOut()
                    .println(JsonMapper.shared().writeValueAsString(Map.of("documents", written)));
            command.commandLine().getOut().flush();
        } else {
            written.forEach(each -> screen.say(each.get("id") + ": " + each.get("page")
                    + (pagesOnly ? "" : " and " + each.get("paper")) + ", fingerprint " + each.get("fingerprint")));
        }
        return ExitCode.DONE.number();
    }

    private List<String> wanted(OpenFolder opened) {
        var known = opened.folder().agreements().keySet();
        if (all) {
            return List.copyOf(known);
        }
        for (String id : ids) {
            if (!known.contains(id)) {
                String some = String.join(", ", known.stream().limit(MOST_NAMED).toList());
                throw new CommandException(
                        "DOCUMENT-UNKNOWN",
                        ExitCode.WRONG_USE,
                        "The folder " + folder + " has no protocol, agreement or schedule of that id, so nothing was"
                                + " written. It has: " + (known.isEmpty() ? "none" : some)
                                + (known.size() > MOST_NAMED ? " and " + (known.size() - MOST_NAMED) + " more" : "")
                                + ".");
            }
        }
        return ids.stream().distinct().toList();
    }

    private void refuseExisting(Path target, String id) {
        for (String kind : pagesOnly ? List.of(".html") : List.of(".html", ".pdf")) {
            Path file = target.resolve(id + kind);
            if (Files.exists(file)) {
                throw new CommandException(
                        "OUT-EXISTS",
                        ExitCode.WRONG_USE,
                        file + " exists already, so nothing was written. Name another folder with --out, or write"
                                + " --replace to put the new document in its place.");
            }
        }
    }

    /** Both files of one document are made before either is put into its place. */
    private Map<String, Object> write(Path target, String id, FolderTexts texts, OpenFolder opened) {
        ReportPage page = AgreementDocument.of(id, texts, opened.folder(), opened.law());
        byte[] paper = pagesOnly ? new byte[0] : paper(id, page);
        makeFolder(target);
        put(target.resolve(id + ".html"), page.html().getBytes(UTF_8));
        if (!pagesOnly) {
            put(target.resolve(id + ".pdf"), paper);
        }
        var names = new LinkedHashMap<String, Object>();
        names.put("id", id);
        names.put(
                "fingerprint",
                Objects.requireNonNull(opened.folder().fingerprints().get(id)));
        names.put("page", target.resolve(id + ".html").toString());
        if (!pagesOnly) {
            names.put("paper", target.resolve(id + ".pdf").toString());
        }
        return names;
    }

    private static byte[] paper(String id, ReportPage page) {
        var paper = new ByteArrayOutputStream();
        try {
            PdfReport.write(page, paper);
        } catch (PicturesException trouble) {
            String why = String.valueOf(trouble.getMessage()).replaceAll(" \\([A-Z-]+\\)$", "");
            throw new CommandException(
                    "PDF-NOT-MADE",
                    ExitCode.COULD_NOT,
                    "Document " + id + " was not written. " + why + " Write pages alone with --no-pdf.",
                    trouble);
        }
        return paper.toByteArray();
    }

    private static void makeFolder(Path target) {
        try {
            Files.createDirectories(target);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, target.toAbsolutePath().resolve("documents"));
        }
    }

    private void put(Path file, byte[] content) {
        NewFolder.Content bytes = stream -> {
            stream.write(content);
            return 1;
        };
        if (replace) {
            NewFile.replace(file, bytes);
        } else {
            NewFile.share(file, bytes);
        }
    }
}
