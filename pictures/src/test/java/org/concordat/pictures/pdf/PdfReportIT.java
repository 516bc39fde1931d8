package org.concordat.pictures.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.concordat.pictures.SampleReport;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks veraPDF, an independent checker, about a report with every picture; leaves the file for a person to look at. */
class PdfReportIT {
    private static List<String> brokenRules(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void breaksNoRuleOfPdfUaThatAMachineCanCheck() throws Exception {
        var out = new ByteArrayOutputStream();
        PdfReport.write(SampleReport.page(), out);
        var place = Path.of("target", "sample");
        Files.createDirectories(place);
        Files.write(place.resolve("report.pdf"), out.toByteArray());
        assertThat(brokenRules(out.toByteArray())).isEmpty();
    }

    @Test
    void isCheckedByAToolThatFindsFaults() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        assertThat(brokenRules(out.toByteArray())).isNotEmpty();
    }
}
