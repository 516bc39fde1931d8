package org.concordat.synthetic;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.chance.Shuffle;
import org.concordat.synthetic.people.Person;
import org.concordat.synthetic.records.Agency;
import org.concordat.synthetic.records.Clerk;
import org.concordat.synthetic.records.Coverage;
import org.concordat.synthetic.records.Entry;

/**
 * All agencies' rows in one file of clean formats, with every mistake kept: what a benchmark links.
 *
 * <p>Names, streets and localities are lower case without accents; dates ISO; postcodes upper case with a space. Column
 * {@code cluster} is the truth; a linker must not read it.
 */
final class FlatFile {
    static final String HEADER = "unique_id,cluster,source,first_name,middle_name,surname,dob,sex,street_number,street,"
            + "locality,postcode,phone,email,nhs_number,nino";
    private static final int PERSON_BITS = 32;
    private static final int ROW_BITS = 8;

    private static final int ROWS_IN_PART = 2_000;
    private static final int PARTS_AT_ONCE = 16;

    private final List<Person> people;
    private final Coverage coverage;
    private final Clerk clerk;
    private final long seed;

    FlatFile(List<Person> people, Coverage coverage, Clerk clerk, long seed) {
        this.people = people;
        this.coverage = coverage;
        this.clerk = clerk;
        this.seed = seed;
    }

    /** Rows of people in the order of their numbers until {@code most} are found; each packed into one number. */
    long[] rows(int most) {
        long[] rows = new long[Math.min(most, people.size() * 4 + 64)];
        int count = 0;
        for (Person person : people) {
            for (Agency agency : Agency.values()) {
                int ofPerson = coverage.days(agency, person).length;
                for (int row = 0; row < ofPerson && count < most; row++) {
                    if (count == rows.length) {
                        rows = Arrays.copyOf(rows, (int) Math.min(most, rows.length * 3L / 2));
                    }
                    rows[count++] = ((long) agency.number() << ROW_BITS | row) << PERSON_BITS | person.number();
                }
            }
            if (count == most) {
                break;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** Writes the rows in a random order; parts are made side by side and written one after another. */
    void write(Writer out, long[] rows) throws IOException {
        Shuffle.inPlace(rows, rows.length, Dice.of(seed, 40, 0, 0));
        Shuffle ids = new Shuffle(Math.max(1000, rows.length * 9L), seed + 41);
        out.write(HEADER);
        out.write('\n');
        int step = ROWS_IN_PART * PARTS_AT_ONCE;
        for (int start = 0; start < rows.length; start += step) {
            int from = start;
            List<StringBuilder> parts = IntStream.range(0, PARTS_AT_ONCE)
                    .parallel()
                    .mapToObj(part -> part(rows, from + part * ROWS_IN_PART, ids))
                    .toList();
            for (StringBuilder part : parts) {
                out.append(part);
            }
        }
    }

    private StringBuilder part(long[] rows, int from, Shuffle ids) {
        StringBuilder lines = new StringBuilder(ROWS_IN_PART * 130);
        for (int i = from; i < Math.min(rows.length, from + ROWS_IN_PART); i++) {
            Person person = people.get((int) (rows[i] & 0xFFFFFFFFL));
            int high = (int) (rows[i] >>> PERSON_BITS);
            line(lines, ids.of(i), clerk.entry(Agency.of(high >>> ROW_BITS), person, high & 0xFF));
        }
        return lines;
    }

    private static void line(StringBuilder line, long id, Entry entry) {
        line.append('r').append(id);
        line.append(",p").append(entry.person());
        line.append(',').append(entry.agency().label());
        field(line, entry.givenName());
        field(line, entry.secondName());
        field(line, entry.surname());
        field(line, entry.birthDate());
        field(line, entry.sex());
        field(line, entry.flat().isEmpty() ? entry.number() : entry.flat() + ' ' + entry.number());
        field(line, entry.street());
        field(line, entry.locality());
        line.append(',').append(entry.postcode());
        field(line, entry.phone());
        field(line, entry.email());
        field(line, entry.nhsNumber());
        line.append(',').append(entry.nationalInsuranceNumber()).append('\n');
    }

    private static void field(StringBuilder line, String text) {
        line.append(',');
        int start = line.length();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > 127) {
                line.setLength(start);
                String apart =
                        Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD);
                apart.chars().filter(c -> c < 128).forEach(c -> line.append((char) c));
                return;
            }
            line.append(Character.toLowerCase(letter));
        }
    }
}
