package org.concordat.files.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.concordat.files.values.DateOrder;
import org.concordat.files.values.Numbers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ColumnRecogniserTest {

    @TestFactory
    Stream<DynamicTest> recognisesKnownHeaders() throws IOException {
        try (InputStreamReader stream = new InputStreamReader(
                        Objects.requireNonNull(ColumnRecogniserTest.class.getResourceAsStream("known_headers.csv")),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(stream)) {
            List<NamedCsvRecord> known = reader.stream().toList();
            return known.stream()
                    .map(header -> dynamicTest(header.getField("header"), () -> {
                        ColumnMapping mapping =
                                ColumnRecogniser.recognise(List.of(header.getField("header")), List.of());
                        assertThat(mapping.columns().getFirst().meaning())
                                .isEqualTo(Meaning.valueOf(header.getField("meaning")));
                    }));
        }
    }

    @Test
    void recognisesABadlyNamedColumnWhoseValuesProveThemselves() {
        assertThat(meaning("col7", i -> nhsNumber(i))).isEqualTo(Meaning.NHS_NUMBER);
        assertThat(meaning("ident", i -> nhsNumber(i))).isEqualTo(Meaning.NHS_NUMBER);
        assertThat(meaning("field 3", i -> "M" + (i % 90 + 1) + " 1AE")).isEqualTo(Meaning.POSTCODE);
        assertThat(meaning("contact", i -> "person" + i + "@ward.net")).isEqualTo(Meaning.EMAIL);
        assertThat(meaning("ref2", i -> "JG" + (100_000 + i) + "A")).isEqualTo(Meaning.NATIONAL_INSURANCE_NUMBER);
        assertThat(meaning(
                        "date",
                        i -> LocalDate.of(1930 + i % 80, 1 + i % 12, 1 + i % 28).toString()))
                .isEqualTo(Meaning.DATE_OF_BIRTH);
    }

    @Test
    void takesAColumnForTheIdWhoseNameEndsLikeOneAndWhoseValuesNameEachRow() {
        assertThat(meaning("Visit Ref", i -> "V" + i)).isEqualTo(Meaning.ROW_ID);
        assertThat(meaning("occurrence_no", i -> "V" + i / 2)).isEqualTo(Meaning.UNRECOGNISED);
        assertThat(meaning("occurrence_no", i -> i == 7 ? null : "V" + i)).isEqualTo(Meaning.UNRECOGNISED);
        assertThat(meaning("remark", i -> "V" + i)).isEqualTo(Meaning.UNRECOGNISED);
    }

    @Test
    void findsTheIdOfAShortFileThoughItsNameSoundsLikeATelephones() {
        ColumnMapping few = ColumnRecogniser.recognise(
                List.of("Client contact no", "Phone"),
                List.of(new String[] {"C58186309", "n/a"}, new String[] {"C11347134", "n/a"}));
        assertThat(few.of(Meaning.ROW_ID)).extracting(RecognisedColumn::name).containsExactly("Client contact no");
        assertThat(few.of(Meaning.PHONE)).extracting(RecognisedColumn::name).containsExactly("Phone");
    }

    @Test
    void takesNoDateForABirthDateWhoseNameSaysOtherwise() {
        IntFunction<@Nullable String> dates =
                i -> LocalDate.of(1930 + i % 80, 1 + i % 12, 1 + i % 28).toString();
        assertThat(meaning("date_of_marriage", dates)).isEqualTo(Meaning.UNRECOGNISED);
        assertThat(meaning(
                        "date", i -> LocalDate.of(2024, 1 + i % 12, 1 + i % 28).toString()))
                .isEqualTo(Meaning.UNRECOGNISED);
    }

    @Test
    void neverTakesRowNumbersClustersOrTruthForAPersonWhateverTheirValues() {
        for (String name : List.of("cluster", "truth", "truth_nhs", "household", "year", "cluster_id")) {
            assertThat(meaning(name, i -> nhsNumber(i))).as(name).isEqualTo(Meaning.UNRECOGNISED);
        }
        assertThat(meaning("id", i -> nhsNumber(i))).isEqualTo(Meaning.ROW_ID);
        for (String name : List.of("n", "count", "x1")) {
            assertThat(meaning(name, i -> String.valueOf(19_400_101 + i)))
                    .as(name)
                    .isEqualTo(Meaning.UNRECOGNISED);
        }
    }

    @Test
    void takesAMeaningAwayThatTheValuesContradict() {
        assertThat(meaning("dob", i -> "ward " + i)).isEqualTo(Meaning.UNRECOGNISED);
        assertThat(meaning("surname", i -> "4" + i)).isEqualTo(Meaning.UNRECOGNISED);
        assertThat(meaning("sex", i -> "room " + i)).isEqualTo(Meaning.UNRECOGNISED);
        assertThat(meaning("email", i -> i % 2 == 0 ? "yes" : "no")).isEqualTo(Meaning.UNRECOGNISED);
    }

    @Test
    void keepsOneOfTwoColumnsForOneThingAndSaysWhy() {
        ColumnMapping mapping =
                ColumnRecogniser.recognise(List.of("surname_clean", "surname", "tel", "mobile"), List.of());
        assertThat(mapping.of(Meaning.SURNAME))
                .extracting(RecognisedColumn::name)
                .containsExactly("surname");
        assertThat(mapping.columns().getFirst().reason()).contains("\"surname\"");
        assertThat(mapping.of(Meaning.PHONE)).hasSize(2);
    }

    @Test
    void namesTheRowsByTheColumnInWhichNoValueStandsTwice() {
        ColumnMapping mapping = recognise(List.of("tenancy ref", "person id"), i -> "t" + i / 2, i -> "p" + i);
        assertThat(mapping.of(Meaning.ROW_ID))
                .extracting(RecognisedColumn::name)
                .containsExactly("person id");
    }

    @Test
    void takesNameBesideSurnameForTheGivenName() {
        ColumnMapping mapping = ColumnRecogniser.recognise(List.of("Name", "Surname"), List.of());
        assertThat(mapping.columns().getFirst().meaning()).isEqualTo(Meaning.GIVEN_NAME);
        mapping = ColumnRecogniser.recognise(List.of("Forename", "Name"), List.of());
        assertThat(mapping.columns().get(1).meaning()).isEqualTo(Meaning.SURNAME);
    }

    @Test
    void findsTheOrderOfDatesInTheSample() {
        assertThat(order(i -> (1 + i % 28) + "/" + (1 + i % 12) + "/1980")).isEqualTo(DateOrder.DAY_MONTH_YEAR);
        assertThat(order(i -> (1 + i % 12) + "/" + (1 + i % 28) + "/1980")).isEqualTo(DateOrder.MONTH_DAY_YEAR);
        assertThat(order(i -> "1980-" + (1 + i % 12) + "-" + (1 + i % 28))).isEqualTo(DateOrder.YEAR_MONTH_DAY);
        assertThat(order(i -> String.format("%02d%02d1980", 1 + i % 28, 1 + i % 12)))
                .isEqualTo(DateOrder.DAY_MONTH_YEAR);
        assertThat(order(i -> String.format("1980%02d%02d", 1 + i % 12, 1 + i % 28)))
                .isEqualTo(DateOrder.YEAR_MONTH_DAY);
        assertThat(order(i -> String.valueOf(20_000 + i * 97))).isEqualTo(DateOrder.DAY_NUMBER);
        assertThat(order(i -> (1 + i % 28) + "-Feb-80")).isEqualTo(DateOrder.DAY_MONTH_YEAR);
    }

    @Test
    void saysWhenDayAndMonthCouldStandEitherWay() {
        ColumnMapping mapping = recognise(List.of("dob"), i -> (1 + i % 12) + "/" + (1 + i % 11) + "/1980");
        assertThat(mapping.columns().getFirst().notes()).anyMatch(note -> note.contains("day first is assumed"));
    }

    @Test
    void notesAColumnThatTellsNobodyApart() {
        ColumnMapping mapping = recognise(List.of("city"), i -> "Tideford");
        assertThat(mapping.columns().getFirst().meaning()).isEqualTo(Meaning.LOCALITY);
        assertThat(mapping.columns().getFirst().notes()).anyMatch(note -> note.contains("tells nobody apart"));
    }

    @Test
    void letsAPersonSetAnyColumn() {
        ColumnMapping mapping = ColumnRecogniser.recognise(List.of("Col A", "Col B"), List.of());
        ColumnMapping set = mapping.with("col_a", Meaning.SURNAME);
        assertThat(set.columns().getFirst().meaning()).isEqualTo(Meaning.SURNAME);
        assertThat(set.columns().getFirst().by()).isEqualTo(RecognisedBy.HAND);
        assertThat(mapping.columns().getFirst().meaning()).isEqualTo(Meaning.UNRECOGNISED);
        assertThatThrownBy(() -> mapping.with("Col C", Meaning.SURNAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Col A");
    }

    private static @Nullable DateOrder order(IntFunction<@Nullable String> values) {
        ColumnHabits.DateHabits dates =
                recognise(List.of("dob"), values).columns().getFirst().habits().dates();
        return dates == null ? null : dates.order();
    }

    private static Meaning meaning(String name, IntFunction<@Nullable String> values) {
        return recognise(List.of(name), values).columns().getFirst().meaning();
    }

    @SafeVarargs
    private static ColumnMapping recognise(List<String> names, IntFunction<@Nullable String>... values) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            @Nullable String[] row = new @Nullable String[values.length];
            for (int c = 0; c < values.length; c++) {
                row[c] = values[c].apply(i);
            }
            rows.add(row);
        }
        return ColumnRecogniser.recognise(names, rows);
    }

    private static String nhsNumber(int i) {
        for (int number = 400_000_000 + i * 1_009; ; number++) {
            for (int check = 0; check <= 9; check++) {
                if (Numbers.isNhs(number + "" + check)) {
                    return number + "" + check;
                }
            }
        }
    }
}
