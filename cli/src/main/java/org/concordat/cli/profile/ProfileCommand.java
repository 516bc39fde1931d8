package org.concordat.cli.profile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFile;
import org.concordat.cli.sources.ColumnChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.cli.sources.SourceFile;
import org.concordat.files.StandardiserOptions;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat profile}. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows how good files are, column by column; links and changes nothing.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat profile council.csv --out council.html")
public final class ProfileCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV of any kind, Excel, Parquet, JSON or JSON lines, packed with gzip or not.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "PAGE", description = "Also write the profile as a web page with pictures.")
    private @Nullable Path out;

    @Option(
            names = "--column",
            paramLabel = "[SOURCE:]COL=MEANING",
            description = "What a column holds, such as tel2=phone or ref=nothing; else it is recognised.")
    private List<String> columns = new ArrayList<>();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Option(names = "--json", description = "Print the profile for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        Screen screen = Screen.of(spec.commandLine(), json);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<FileProfile> profiles = profiles(screen, StandardiserOptions.bornUpTo(today));
        Path page = out;
        if (page != null) {
            byte[] html = ProfilePage.of(profiles, today).html().getBytes(StandardCharsets.UTF_8);
            NewFile.write(page, stream -> {
                stream.write(html);
                return 1;
            });
        }
        if (json) {
            Map<String, Object> all =
                    Map.of("files", profiles.stream().map(ProfileText::fields).toList());
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(all));
            spec.commandLine().getOut().flush();
        } else {
            profiles.forEach(profile -> ProfileText.lines(profile).forEach(screen::say));
        }
        if (page != null) {
            screen.say("The page is " + page);
        }
        return ExitCode.DONE.number();
    }

    private List<FileProfile> profiles(Screen screen, StandardiserOptions options) {
        ReadOptions reading = form.options();
        screen.bar().begin("looking at the columns", 0);
        List<SourceFile> opened = SourceFile.openAll(
                files,
                reading,
                names -> ColumnChoices.of(List.of(), null, columns, names),
                true,
                screen.bar()::advance);
        try {
            screen.bar()
                    .begin(
                            "reading",
                            opened.stream().mapToLong(SourceFile::sizeBytes).sum());
            return opened.stream().map(file -> FileProfile.of(file, options)).toList();
        } finally {
            screen.bar().clear();
            opened.forEach(SourceFile::close);
        }
    }
}
