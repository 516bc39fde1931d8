package org.concordat.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.Meaning;
import org.concordat.files.values.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StandardiserTest {

    private static final String COUNCIL = "Tenancy Ref|Tenant name|DOB|Address Line 1|Address Line 2|Address Line 3|"
            + "Post Code|NI Number|UPRN|Tel No|Mobile|Email";

    @Test
    void readsACouncilsFile() {
        Map<StandardField, @Nullable String> row = row(TableOfRows.of(
                COUNCIL,
                "T1|O'BRIEN, Mary-Jane Mrs|03/04/1980|Flat 2|14 High St|Tideford|SWIA 1AA|JG 12 34 56 A|100023336956|"
                        + "020 7946 0958|07700 900461|MJ@Ward.NET",
                "T2|SMITH, John|13/04/1981|||Tideford|SW1A 1AA|||||"));
        assertThat(row)
                .containsEntry(StandardField.GIVEN_NAME, "maryjane")
                .containsEntry(StandardField.SURNAME, "obrien")
                .containsEntry(StandardField.NAME_TOKENS, "obrien mary jane")
                .containsEntry(StandardField.DATE_OF_BIRTH, "1980-04-03")
                .containsEntry(StandardField.STREET_NUMBER, "14")
                .containsEntry(StandardField.STREET, "high street")
                .containsEntry(StandardField.ADDRESS_REST, "2")
                .containsEntry(StandardField.LOCALITY, "tideford")
                .containsEntry(StandardField.POSTCODE, "sw1a1aa")
                .containsEntry(StandardField.NATIONAL_INSURANCE_NUMBER, "jg123456")
                .containsEntry(StandardField.UPRN, "100023336956")
                .containsEntry(StandardField.PHONE, "447700900461")
                .containsEntry(StandardField.EMAIL, "mj@ward.net");
    }

    @Test
    void keepsTheDigitsOfAnImpossibleDateApartFromTheDate() {
        assertThat(row(TableOfRows.of("dob", "1856-86-18")))
                .containsEntry(StandardField.DATE_OF_BIRTH, null)
                .containsEntry(StandardField.DATE_OF_BIRTH_DIGITS, "18568618");
        assertThat(row(TableOfRows.of("birth year|birth month|birth day", "1980|2|31")))
                .containsEntry(StandardField.DATE_OF_BIRTH_DIGITS, "19800231");
    }

    @Test
    void readsAHospitalsFile() {
        Map<StandardField, @Nullable String> row = row(TableOfRows.of(
                "Attendance ID|Title|Forename(s)|Surname|Known as|Sex|Date of Birth|NHS Number|Address|Postcode",
                "A1|Mrs|Mary Jane|O’Brien|Molly|2|1980-04-03 00:00:00|943 476 5919|\"Flat 2, 14 High St, Tideford\"|"
                        + "SW1A 1AA"));
        assertThat(row)
                .containsEntry(StandardField.GIVEN_NAME, "mary")
                .containsEntry(StandardField.GIVEN_NAME_ROOT, "mary")
                .containsEntry(StandardField.SURNAME, "obrien")
                .containsEntry(StandardField.NAME_TOKENS, "mary jane obrien molly")
                .containsEntry(StandardField.SEX, "f")
                .containsEntry(StandardField.DATE_OF_BIRTH, "1980-04-03")
                .containsEntry(StandardField.NHS_NUMBER, "9434765919")
                .containsEntry(StandardField.STREET, "high street");
    }

    @Test
    void fieldsComeInTheOrderOfTheEnumAndOnlyWhatTheMappingCanFill() {
        TableOfRows table = TableOfRows.of("dob|surname|cluster", "1980-04-03|Smith|7");
        assertThat(standardiser(table).fields())
                .containsExactly(
                        StandardField.SURNAME,
                        StandardField.NAME_TOKENS,
                        StandardField.DATE_OF_BIRTH,
                        StandardField.DATE_OF_BIRTH_DIGITS);
        assertThat(standardiser(TableOfRows.of("id|cluster", "1|7")).fields()).isEmpty();
    }

    @Test
    void wholeNamesOnlyAddTokensWhereNamesHaveColumnsOfTheirOwn() {
        Map<StandardField, @Nullable String> row =
                row(TableOfRows.of("full_name|first_name|surname", "thomas clifford of chudleigh|tom|chudleigh"));
        assertThat(row)
                .containsEntry(StandardField.GIVEN_NAME, "tom")
                .containsEntry(StandardField.GIVEN_NAME_ROOT, "thomas")
                .containsEntry(StandardField.SURNAME, "chudleigh")
                .containsEntry(StandardField.NAME_TOKENS, "tom chudleigh thomas clifford");
    }

    @Test
    void wholeNamesFillANameColumnThatHoldsOnlyATitle() {
        Map<StandardField, @Nullable String> row =
                row(TableOfRows.of("full_name|first_name|surname", "sir john smith, 2nd baronet|sir|baronet"));
        assertThat(row).containsEntry(StandardField.GIVEN_NAME, "john").containsEntry(StandardField.SURNAME, "smith");
        row = row(TableOfRows.of("full_name|first_name|surname", "john smith||smith"));
        assertThat(row).containsEntry(StandardField.GIVEN_NAME, null);
    }

    @Test
    void movesAGivenNameOutOfTheSurnameColumn() {
        Map<StandardField, @Nullable String> row = row(TableOfRows.of("given_name|surname", "|John Smith"));
        assertThat(row).containsEntry(StandardField.GIVEN_NAME, "john").containsEntry(StandardField.SURNAME, "smith");
    }

    @Test
    void putsABirthDateTogetherFromThreeColumns() {
        Map<StandardField, @Nullable String> row = row(TableOfRows.of("birth year|birth month|birth day", "1980|4|3"));
        assertThat(row).containsEntry(StandardField.DATE_OF_BIRTH, "1980-04-03");
    }

    @Test
    void keepsAustralianAndAmericanPostcodes() {
        assertThat(row(TableOfRows.of("postcode", "2600"))).containsEntry(StandardField.POSTCODE, "2600");
        assertThat(row(TableOfRows.of("zip", "90210"))).containsEntry(StandardField.POSTCODE, "90210");
    }

    @Test
    void takesNewYearsDayForAPlaceholderUnlessTheColumnUsesItForTheYearAlone() {
        String[] rows = new String[400];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (1850 + i % 60) + "-" + (i % 4 == 0 ? "01-01" : "0" + (2 + i % 8) + "-1" + i % 10);
        }
        TableOfRows table = TableOfRows.of("dob", rows);
        List<@Nullable String[]> kept = all(table, standardiser(table));
        assertThat(kept).allMatch(values -> values[0] != null);
        assertThat(row(TableOfRows.of("dob", "1900-01-01"))).containsEntry(StandardField.DATE_OF_BIRTH, null);
    }

    @Test
    void setsAsideAnEpochDateOnlyWhereItStandsTooOften() {
        String[] rows = new String[400];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 20 == 0 ? "1970-01-01" : (1940 + i % 61) + "-0" + (2 + i % 8) + "-1" + i % 9;
        }
        TableOfRows table = TableOfRows.of("dob", rows);
        Standardiser standardiser = standardiser(table);
        all(table, standardiser);
        assertThat(standardiser.report().byRule()).containsEntry(Rule.DATE_PLACEHOLDER, 20L);
        assertThat(row(TableOfRows.of("dob", "1970-01-01"))).containsEntry(StandardField.DATE_OF_BIRTH, "1970-01-01");
    }

    @Test
    void setsAsideBirthsAfterTheLatestUnlessTheFileIsAboutALaterTime() {
        LocalDate latest = LocalDate.of(2026, 6, 30);
        TableOfRows now = TableOfRows.of("dob", "1980-01-02", "2031-05-06");
        String[] later = new String[100];
        for (int i = 0; i < later.length; i++) {
            later[i] = (1950 + i) + "-05-06";
        }
        TableOfRows then = TableOfRows.of("dob", later);
        // One row in two lies after the day in the first file too, so its habits are learnt from good rows only.
        ColumnMapping mapping =
                TableOfRows.of("dob", "1980-01-02", "1990-01-02").recognised();
        Standardiser standardiser = Standardiser.of(mapping, StandardiserOptions.bornUpTo(latest));
        List<@Nullable String[]> rows = all(now, standardiser);
        assertThat(rows.get(1)[0]).isNull();
        assertThat(standardiser.report().byRule()).containsOnlyKeys(Rule.DATE_FUTURE);
        Standardiser of = Standardiser.of(then.recognised(), StandardiserOptions.bornUpTo(latest));
        assertThat(all(then, of)).allMatch(values -> values[0] != null);
    }

    @Test
    void reportsOfTwoStandardisersAddUpToThatOfOne() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add((i % 3 == 0 ? "Mr Tom" : "Ann") + "|" + (i % 5 == 0 ? "unknown" : "Smith") + "|1980-02-"
                    + (28 + i % 4));
        }
        String header = "given name|surname|dob";
        TableOfRows whole = TableOfRows.of(header, lines.toArray(new String[0]));
        ColumnMapping mapping = whole.recognised();
        Standardiser one = Standardiser.of(mapping, StandardiserOptions.USUAL);
        List<@Nullable String[]> all = all(whole, one);
        TableOfRows first = TableOfRows.of(header, lines.subList(0, 77).toArray(new String[0]));
        TableOfRows second = TableOfRows.of(header, lines.subList(77, 200).toArray(new String[0]));
        Standardiser left = Standardiser.of(mapping, new StandardiserOptions(null, 1));
        Standardiser right = Standardiser.of(mapping, StandardiserOptions.USUAL);
        List<@Nullable String[]> halves = all(first, left);
        halves.addAll(all(second, right));
        assertThat(halves).usingRecursiveComparison().isEqualTo(all);
        assertThat(left.report().plus(right.report())).isEqualTo(one.report());
    }

    @Test
    void countsByColumnAndRule() {
        TableOfRows table = TableOfRows.of("given name|nhs number", "Mr Tom|9434765918", "Tom|9434765919", "n/a|");
        Standardiser standardiser = standardiser(table);
        all(table, standardiser);
        StandardisationReport report = standardiser.report();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.counts())
                .containsExactly(
                        new StandardisationReport.RuleCount("given name", Rule.NAME_TITLE_REMOVED, 1),
                        new StandardisationReport.RuleCount("given name", Rule.NAME_PLACEHOLDER, 1),
                        new StandardisationReport.RuleCount("given name", Rule.NAME_ROOT_FOUND, 2),
                        new StandardisationReport.RuleCount("nhs number", Rule.NHS_CHECK_DIGIT, 1));
        assertThat(report.total(Rule.Effect.SET_ASIDE)).isEqualTo(2);
    }

    @Test
    void aColumnSetByHandIsRead() {
        TableOfRows table = TableOfRows.of("col a", "Smith");
        ColumnMapping mapping = table.recognised().with("col a", Meaning.SURNAME);
        Standardiser standardiser = Standardiser.of(mapping, StandardiserOptions.USUAL);
        assertThat(all(table, standardiser).getFirst()[0]).isEqualTo("smith");
    }

    @Test
    void refusesACacheWithoutSlots() {
        assertThatThrownBy(() -> new StandardiserOptions(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Standardiser standardiser(TableOfRows table) {
        return Standardiser.of(table.recognised(), StandardiserOptions.USUAL);
    }

    private static List<@Nullable String[]> all(TableOfRows table, Standardiser standardiser) {
        List<@Nullable String[]> rows = new ArrayList<>();
        table.rewind();
        while (table.next()) {
            rows.add(standardiser.standardise(table));
        }
        return rows;
    }

    private static Map<StandardField, @Nullable String> row(TableOfRows table) {
        Standardiser standardiser = standardiser(table);
        @Nullable String[] values = all(table, standardiser).getFirst();
        Map<StandardField, @Nullable String> row = new EnumMap<>(StandardField.class);
        for (int i = 0; i < values.length; i++) {
            row.put(standardiser.fields().get(i), values[i]);
        }
        return row;
    }
}
