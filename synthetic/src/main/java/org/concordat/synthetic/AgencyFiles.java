package org.concordat.synthetic;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.concordat.synthetic.agencies.Layout;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.chance.Shuffle;
import org.concordat.synthetic.people.Person;
import org.concordat.synthetic.people.Population;
import org.concordat.synthetic.records.Agency;
import org.concordat.synthetic.records.Clerk;
import org.concordat.synthetic.records.Coverage;

/** Writes each agency's file as that agency would send it, and the truth about all rows apart from them. */
final class AgencyFiles {
    private static final int PERSON_BITS = 32;
    private static final int ROW_BITS = 8;

    private final Population population;
    private final Coverage coverage;
    private final Clerk clerk;
    private final long seed;

    AgencyFiles(Population population, Coverage coverage, Clerk clerk, long seed) {
        this.population = population;
        this.coverage = coverage;
        this.clerk = clerk;
        this.seed = seed;
    }

    /** Rows in the order of the file: lists in no order, events by day. */
    private long[] rows(Agency agency) {
        List<Person> people = population.people();
        long[] rows = new long[people.size() + 64];
        int count = 0;
        for (Person person : people) {
            int[] days = coverage.days(agency, person);
            for (int row = 0; row < days.length; row++) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, rows.length * 3 / 2);
                }
                long day = switch (agency) {
                    case POLICE, A_AND_E, FIRE, HOMELESSNESS_CHARITY -> days[row];
                    case HOUSING, COUNCIL_TAX, SOCIAL_CARE, SCHOOLS, JOB_CENTRE -> 0;
                };
                rows[count++] = (day << ROW_BITS | row) << PERSON_BITS | person.number();
            }
        }
        rows = Arrays.copyOf(rows, count);
        Dice dice = Dice.of(seed, 42, agency.number(), 0);
        Shuffle.inPlace(rows, count, dice);
        // Within a day the shuffled order stays, so that rows of one household do not stand together.
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = rows[i] >>> (PERSON_BITS + ROW_BITS) << PERSON_BITS | i;
        }
        Arrays.sort(keys);
        long[] ordered = new long[count];
        for (int i = 0; i < count; i++) {
            ordered[i] = rows[(int) (keys[i] & 0xFFFFFFFFL)];
        }
        return ordered;
    }

    private static Shuffle references(Agency agency, int rows, long seed) {
        return new Shuffle(Math.max(90_000_000L, rows * 2L), seed + 430 + agency.number());
    }

    /** Writes the file of one agency. */
    void write(Agency agency, Writer out) throws IOException {
        Layout layout = Layout.of(agency);
        long[] rows = rows(agency);
        Shuffle references = references(agency, rows.length, seed);
        StringBuilder line = new StringBuilder(300);
        out.write(layout.head());
        for (int i = 0; i < rows.length; i++) {
            Person person = person(rows[i]);
            int row = row(rows[i]);
            line.setLength(0);
            layout.row(
                    clerk.entry(agency, person, row),
                    layout.reference(references.of(i)),
                    clerk.numbers(),
                    Dice.of(seed, 440 + agency.number(), person.number(), row),
                    line);
            out.append(line);
        }
    }

    /** Writes who is meant by each row of each agency's file. */
    void writeTruth(Writer out) throws IOException {
        out.write("source,id,person,household,address_at_date\n");
        for (Agency agency : Agency.values()) {
            Layout layout = Layout.of(agency);
            long[] rows = rows(agency);
            Shuffle references = references(agency, rows.length, seed);
            for (int i = 0; i < rows.length; i++) {
                Person person = person(rows[i]);
                int day = coverage.days(agency, person)[row(rows[i])];
                int address = person.address(day);
                out.write(String.join(
                        ",",
                        agency.label(),
                        layout.reference(references.of(i)),
                        "p" + person.number(),
                        "h" + person.household(day),
                        address < 0 ? "" : population.places().address(address).uprn()));
                out.write('\n');
            }
        }
    }

    private Person person(long packed) {
        return population.people().get((int) (packed & 0xFFFFFFFFL));
    }

    private static int row(long packed) {
        return (int) (packed >>> PERSON_BITS) & 0xFF;
    }
}
