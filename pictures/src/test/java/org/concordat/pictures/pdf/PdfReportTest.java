package org.concordat.pictures.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.PicturesException;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.ReportPage;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private static ReportPage small() {
        return ReportPage.titled("Small report")
                .lead("It says little.")
                .madeOn(LocalDate.of(2026, 3, 31))
                .section(
                        "What was found",
                        s -> s.paragraph("Words.")
                                .picture(BarChart.of("Two bars")
                                        .amounts("rows", Numbers.COUNT)
                                        .bar("Housing", 12_400)
                                        .bar("Police", 31)));
    }

    private static byte[] pdf(ReportPage page) {
        var out = new ByteArrayOutputStream();
        PdfReport.write(page, out);
        return out.toByteArray();
    }

    @Test
    void makesTheSameFileOfTheSameReport() {
        assertThat(pdf(small())).isEqualTo(pdf(small()));
    }

    @Test
    void carriesTitleLanguageDateAndBookmarks() throws IOException {
        try (var document = Loader.loadPDF(pdf(small()))) {
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("Small report");
            assertThat(information.getCreationDate().toInstant()).hasToString("2026-03-31T00:00:00Z");
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            var titles = new ArrayList<String>();
            catalog.getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
            assertThat(titles).containsExactly("Small report", "What was found", "The numbers behind the figures");
        }
    }

    @Test
    void printsTheNumbersOfEveryFigureAndNoHourOfItsMaking() throws IOException {
        try (var document = Loader.loadPDF(pdf(small()))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Figure 1. Two bars", "Numbers of figure 1", "12,400", "Made on 31 March 2026");
            var metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8);
            assertThat(metadata).contains("pdfuaid").doesNotContain("CreateDate", "ModifyDate");
        }
    }

    @Test
    void saysWhenTheFileCannotBeWritten() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> PdfReport.write(small(), full))
                .isInstanceOf(PicturesException.class)
                .hasMessageEndingWith("(PDF-NOT-MADE)");
    }

    @Test
    void repeatsWordsOnEveryPageAndBookmarksEachClause() throws IOException {
        var page = ReportPage.titled("Contract")
                .numberingClauses()
                .onEveryPage("SC-1, version 2\nFingerprint 00ff: \"yes\"")
                .section("Parties", s -> s.subsection("Council", t -> t.paragraph("Words. ".repeat(900))))
                .section("Terms", s -> s.paragraph("Words."));
        try (var document = Loader.loadPDF(pdf(page))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                var text = new PDFTextStripper();
                text.setStartPage(i);
                text.setEndPage(i);
                assertThat(text.getText(document))
                        .contains("SC-1, version 2", "Fingerprint 00ff: \"yes\"", "Page " + i + " of ");
            }
            var titles = new ArrayList<String>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> {
                titles.add(item.getTitle());
                item.children().forEach(inner -> titles.add("> " + inner.getTitle()));
            });
            assertThat(titles).containsExactly("Contract", "1. Parties", "> 1.1 Council", "2. Terms");
        }
    }

    @Test
    void writesWelshPolishAndGreekAndRefusesWhatItsTypefaceCannotShow() {
        assertThat(pdf(ReportPage.titled("Ŵŷ Łódź Ελλάδα – “café”…"))).isNotEmpty();
        assertThatThrownBy(() -> pdf(ReportPage.titled("出院 and out")))
                .isInstanceOf(PicturesException.class)
                .hasMessageContaining("U+51FA, U+9662")
                .hasMessageEndingWith("(PDF-NOT-MADE)");
    }
}
