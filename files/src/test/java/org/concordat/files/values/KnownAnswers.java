package org.concordat.files.values;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the tables of known answers that lie beside the tests. */
final class KnownAnswers {

    private KnownAnswers() {}

    static List<NamedCsvRecord> read(String table) {
        try (InputStream stream = Objects.requireNonNull(KnownAnswers.class.getResourceAsStream(table), table);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String valueOrNull(String field) {
        return field.isEmpty() ? null : field;
    }

    static Set<String> codes(String field) {
        return field.isEmpty() ? Set.of() : new TreeSet<>(List.of(field.split(" ")));
    }

    static Set<String> codes(long ruleBits) {
        return new TreeSet<>(Stream.of(Rule.values())
                .filter(rule -> (ruleBits & rule.bit()) != 0)
                .map(Rule::code)
                .toList());
    }
}
