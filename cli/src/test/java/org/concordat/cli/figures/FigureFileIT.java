package org.concordat.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.results.NewFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FigureFileIT {
    private static final FigureFile RATES = FigureFile.titled("Rates", "Rates of wards.")
            .text("area_code", "Area", "The area's code.")
            .count("events", "Events", "How many.")
            .number("value", "Rate", "Events per 1,000 people.")
            .key("area_code")
            .note("Rankings of places can harm.");

    @TempDir
    private Path folder;

    @Test
    void writesEachColumnsMeaningWhereTheStandardLooksForIt() throws IOException {
        try (NewFolder out = NewFolder.at(folder.resolve("out"))) {
            long written = RATES.writeInto(out, "rates.csv", rows -> {
                rows.text("E05000819").count(12).number(1.0 / 3).end();
                rows.text("E05000820").none().number(1e-7).end();
                rows.text("E05000821").count(0).number(-0.0).end();
            });
            assertThat(written).isEqualTo(3);
            out.finish();
        }
        assertThat(Files.readString(folder.resolve("out/rates.csv"))).isEqualTo("""
                        area_code,events,value
                        E05000819,12,0.3333333333333333
                        E05000820,,0.0000001
                        E05000821,0,0
                        """);
        JsonNode metadata =
                JsonMapper.shared().readTree(Files.readString(folder.resolve("out/rates.csv-metadata.json")));
        assertThat(metadata.path("url").asString()).isEqualTo("rates.csv");
        assertThat(metadata.at("/tableSchema/columns/2/datatype").asString()).isEqualTo("number");
        assertThat(metadata.at("/tableSchema/columns/2/titles/0").asString()).isEqualTo("value");
        assertThat(metadata.at("/tableSchema/primaryKey/0").asString()).isEqualTo("area_code");
        assertThat(metadata.at("/rdfs:comment/0").asString()).isEqualTo("Rankings of places can harm.");
    }

    @Test
    void refusesARowThatIsNotComplete() {
        try (NewFolder out = NewFolder.at(folder.resolve("out"))) {
            assertThatThrownBy(() -> RATES.writeInto(
                            out, "rates.csv", rows -> rows.text("E05000819").end()))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> RATES.writeInto(out, "more.csv", rows -> rows.number(Double.NaN)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
