package org.concordat.cli.agreements.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.concordat.cli.CommandRun;
import org.concordat.cli.agreements.Harbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Documents as the command writes them, and the paper as people and checkers read it. */
final class RenderIT {
    private static final Harbour TOWN = Harbour.halfSigned();

    @TempDir
    private static Path place;

    private static Path town;
    private static Path keys;
    private static Path papers;

    @BeforeAll
    static void writesAll() throws IOException {
        town = TOWN.writeTo(place.resolve("town"));
        keys = CommandRun.file(place, "keys.yaml", Harbour.trustedFile());
        papers = place.resolve("documents");
        CommandRun run = render("--all", "--out", papers, "--trusted-keys", keys);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.contains(", fingerprint "));
    }

    private static CommandRun render(Object... words) {
        var all = new ArrayList<Object>(List.of("agreements", "render", town));
        all.addAll(List.of(words));
        return CommandRun.of(all.toArray());
    }

    @Test
    void writesAPageAndAPaperOfEachDocument() throws IOException {
        assertThat(CommandRun.namesIn(papers))
                .containsExactlyInAnyOrder(
                        "AG-1.html",
                        "AG-1.pdf",
                        "PR-1.html",
                        "PR-1.pdf",
                        "SC-1.html",
                        "SC-1.pdf",
                        "SC-2.html",
                        "SC-2.pdf");
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        Path again = place.resolve("again");
        assertThat(render("SC-1", "--out", again, "--trusted-keys", keys).exitCode())
                .isZero();
        for (String name : List.of("SC-1.html", "SC-1.pdf")) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(papers.resolve(name));
        }
    }

    @Test
    void overwritesOnlyWhenTold() throws IOException {
        Path there = Files.createDirectories(place.resolve("there"));
        Path page = Files.writeString(there.resolve("SC-2.html"), "mine");
        CommandRun refused = render("SC-2", "--out", there);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("SC-2.html exists already", "--replace", "(OUT-EXISTS)");
        assertThat(page).hasContent("mine");
        assertThat(CommandRun.namesIn(there)).containsExactly("SC-2.html");
        assertThat(render("SC-2", "--out", there, "--replace").exitCode()).isZero();
        assertThat(page).content().contains("Weekly list of discharges");
        assertThat(CommandRun.namesIn(there)).containsExactlyInAnyOrder("SC-2.html", "SC-2.pdf");
    }

    @Test
    void saysWhatItCannotFind() {
        CommandRun unknown = render("SC-9", "--out", place.resolve("none"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("It has: AG-1, PR-1, SC-1, SC-2.", "(DOCUMENT-UNKNOWN)");
        assertThat(place.resolve("none")).doesNotExist();
        assertThat(render("--out", place.resolve("none")).exitCode()).isEqualTo(2);
        assertThat(render("SC-1", "--all", "--out", place.resolve("none")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        Path file = CommandRun.file(place, "file", "");
        CommandRun run = render("SC-1", "--out", file);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("(OUT-NOT-WRITABLE)");
    }

    @Test
    void writesLettersOfEveryLanguageOrSaysThatItCannot() throws IOException {
        Path folder = TOWN.with(
                        "schedule-sc-1", "title: Daily list of discharges", "title: Rhestr ddyddiol Ŵŷ – Łódź, 出院")
                .writeTo(place.resolve("languages"));
        Path out = place.resolve("languages-out");
        CommandRun run = CommandRun.of("agreements", "render", folder, "SC-1", "--out", out);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Document SC-1", "U+51FA, U+9662", "--no-pdf", "(PDF-NOT-MADE)");
        assertThat(out).doesNotExist();
        run = CommandRun.of("agreements", "render", folder, "SC-1", "--out", out, "--no-pdf");
        assertThat(run.exitCode()).isZero();
        assertThat(CommandRun.namesIn(out)).containsExactly("SC-1.html");
        assertThat(out.resolve("SC-1.html")).content().contains("Rhestr ddyddiol Ŵŷ – Łódź, 出院");
    }

    @Test
    void carriesItsFingerprintOnEveryPageOfPaper() throws IOException {
        String fingerprint = Objects.requireNonNull(TOWN.folder().fingerprints().get("SC-1"));
        try (var paper = Loader.loadPDF(papers.resolve("SC-1.pdf").toFile())) {
            assertThat(paper.getNumberOfPages()).isGreaterThan(5);
            for (int page = 1; page <= paper.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(paper))
                        .contains(
                                "Schedule SC-1, version 2",
                                "Fingerprint (SHA-256) " + fingerprint,
                                "Page " + page + " of " + paper.getNumberOfPages());
            }
        }
    }

    @Test
    void isTaggedPaperWithTitleLanguageDayAndBookmarks() throws IOException {
        try (var paper = Loader.loadPDF(papers.resolve("SC-1.pdf").toFile())) {
            assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("Daily list of discharges (schedule SC-1)");
            assertThat(paper.getDocumentInformation().getCreationDate().toInstant())
                    .hasToString("2026-02-16T00:00:00Z");
            var catalog = paper.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            var marks = new ArrayList<String>();
            catalog.getDocumentOutline().children().forEach(item -> {
                marks.add(item.getTitle());
                item.children().forEach(inner -> marks.add(inner.getTitle()));
            });
            assertThat(marks).contains("6. Law", "6.2 Lawful bases", "14.4 How to check it");
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains("4.3 Why it is necessary The council cannot plan a first visit");
        }
    }

    @Test
    void breaksNoRuleOfPdfUaThatAMachineCanCheck() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        for (String name : List.of("SC-1.pdf", "PR-1.pdf")) {
            try (var parser = foundry.createParser(
                            new ByteArrayInputStream(Files.readAllBytes(papers.resolve(name))), PDFAFlavour.PDFUA_1);
                    var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
                assertThat(validator.validate(parser).getTestAssertions().stream()
                                .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                                .distinct())
                        .as(name)
                        .isEmpty();
            }
        }
    }
}
