package org.concordat.synthetic.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.concordat.synthetic.SyntheticException;

/** How often each mistake befalls each agency's records: a share from 0 to 1. */
public final class MistakeRates {
    private final double[][] rates = new double[Agency.values().length][Mistake.values().length];

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
                    .forEach(shipped::read);
        } catch (IOException | UncheckedIOException cause) {
            throw new SyntheticException(
                    "The table of mistake rates could not be read. Build the library anew.", "SYNTHETIC-RATES", cause);
        }
        return shipped;
    }

    private void read(String[] parts) {
        Agency agency = Agency.valueOf(parts[0].toUpperCase(Locale.ROOT));
        Mistake mistake = Mistake.valueOf(parts[1].toUpperCase(Locale.ROOT));
        rates[agency.number()][mistake.number()] = Double.parseDouble(parts[2]);
    }

    /** The share of an agency's records that hold a mistake, among those that can. */
    public double rate(Agency agency, Mistake mistake) {
        return rates[agency.number()][mistake.number()];
    }
}
