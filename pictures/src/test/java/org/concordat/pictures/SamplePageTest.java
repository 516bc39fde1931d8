package org.concordat.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the sample page where a person can look at it; {@code PdfReportTest} puts its PDF beside it. */
class SamplePageTest {
    @Test
    void writesThePageUnderTarget() throws Exception {
        var place = Path.of("target", "sample");
        Files.createDirectories(place);
        var file = place.resolve("report.html");
        try (var out = Files.newOutputStream(file)) {
            SampleReport.page().write(out);
        }
        assertThat(file).content().isEqualTo(SampleReport.page().html());
        assertThat(Drawn.of(Files.readString(file)).all("figure")).hasSizeGreaterThan(10);
    }
}
