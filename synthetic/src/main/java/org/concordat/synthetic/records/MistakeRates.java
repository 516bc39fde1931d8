package org.concordat.synthetic.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.concordat.synthetic.SyntheticException;

/** How often each mistake befalls each agency's records: a share from 0 to 1. */
public final class MistakeRates {
    private final Map<Agency, Map<Mistake, Double>> rates = new EnumMap<>(Agency.class);

    private MistakeRates() {}

    /** The documented rates that ship with this library. */
    public static MistakeRates shipped() {
        MistakeRates shipped = new MistakeRates();
        try (InputStream raw = MistakeRates.class.getResourceAsStream("mistake-rates.csv")) {
            if (raw == null) {
                throw new IOException("missing");
            }
            new BufferedReader(new InputStreamReader(raw, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("agency,"))
                    .map(line -> line.split(",", 4))
                    .forEach(parts -> shipped.rates
                            .computeIfAbsent(
                                    Agency.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                                    agency -> new EnumMap<>(Mistake.class))
                            .put(Mistake.valueOf(parts[1].toUpperCase(Locale.ROOT)), Double.valueOf(parts[2])));
        } catch (IOException | UncheckedIOException cause) {
            throw new SyntheticException(
                    "The table of mistake rates could not be read. Build the library anew.", "SYNTHETIC-RATES", cause);
        }
        return shipped;
    }

    /** The share of an agency's records that hold a mistake, among those that can. */
    public double rate(Agency agency, Mistake mistake) {
        return rates.getOrDefault(agency, Map.of()).getOrDefault(mistake, 0.0);
    }
}
