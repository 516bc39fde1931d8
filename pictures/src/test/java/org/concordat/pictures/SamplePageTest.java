package org.concordat.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the sample page where a person can look at it. */
class SamplePageTest {
    private static final Path PLACE = Path.of("target", "sample");

    @Test
    void writesThePageUnderTarget() throws Exception {
        Files.createDirectories(PLACE);
        var file = PLACE.resolve("report.html");
        try (var out = Files.newOutputStream(file)) {
            SampleReport.page().write(out);
        }
        assertThat(file).content().isEqualTo(SampleReport.page().html());
        Drawn.of(Files.readString(file));
    }
}
