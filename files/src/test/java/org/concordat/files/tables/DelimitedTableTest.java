package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.files.FilesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTableTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void trimsValuesAndHeaderAndGivesNullForEmpty() {
        Reading.Whole whole = Reading.text("id, given_name , surname\n1, ann,\n2 ,,  lee \n");
        assertThat(whole.columns()).containsExactly("id", "given_name", "surname");
        assertThat(whole.asLines()).isEqualTo("1|ann|null\n2|null|lee\n");
        assertThat(whole.rowNumbers()).containsExactly(1L, 2L);
        assertThat(whole.report().rows()).isEqualTo(2);
        assertThat(whole.report().format()).isEqualTo("CSV, comma, UTF-8");
    }

    @Test
    void readsQuotedFieldsAfterASpace() {
        assertThat(Reading.text("a, b, c\n1, \"Flat 2, High St\", x\n2, \"say \"\"hi\"\"\" ,y\n")
                        .asLines())
                .isEqualTo("1|Flat 2, High St|x\n2|say \"hi\"|y\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {"; ! semicolon", "| ! pipe", "^ ! ^", "~ ! ~", "¦ ! ¦", ", ! comma", ": ! colon"})
    void findsTheDelimiter(char delimiter, String name) {
        String text = "id,name,born\n1,ann,1980\n2,bob,1990\n".replace(',', delimiter);
        Reading.Whole whole = Reading.text(text);
        assertThat(whole.columns()).containsExactly("id", "name", "born");
        assertThat(whole.asLines()).isEqualTo("1|ann|1980\n2|bob|1990\n");
        assertThat(whole.report().format()).isEqualTo("CSV, " + name + ", UTF-8");
    }

    @Test
    void readsTabsWithEmptyAndQuotedFields() {
        assertThat(Reading.text("a\tb\tc\n1\t\t3\n\"x\ty\"\t\"q\"\t\n").asLines())
                .isEqualTo("1|null|3\nx\ty|q|null\n");
    }

    @Test
    void prefersTheSemicolonWhereCommasAreDecimal() {
        Reading.Whole whole = Reading.text("id;rate;share\n1;0,5;1,5\n2;0,7;1,2\n3;0,1;8,1\n");
        assertThat(whole.columns()).hasSize(3);
        assertThat(whole.asLines()).startsWith("1|0,5|1,5\n");
    }

    @Test
    void readsSingleQuotesButNotApostrophes() {
        assertThat(Reading.text("'id','name'\n'1','Lee, Ann'\n'2','Bob'\n").asLines())
                .isEqualTo("1|Lee, Ann\n2|Bob\n");
        assertThat(Reading.text("id,name\n1,O'Brien\n2,'t Hooft\n").asLines()).isEqualTo("1|O'Brien\n2|'t Hooft\n");
    }

    @Test
    void readsBackslashEscapesWhereTheyAreEvident() {
        assertThat(Reading.text("id,note,x\n1,\"said \\\"no\\\", left\",y\n2,plain,z\n")
                        .asLines())
                .isEqualTo("1|said \"no\", left|y\n2|plain|z\n");
        assertThat(Reading.text("id,path,x\n1,C:\\temp,y\n").asLines()).isEqualTo("1|C:\\temp|y\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsEveryEncodingWithoutAMark(String encoding) {
        byte[] bytes = "id,name\n1,Zoë\n2,José Muñoz\n".getBytes(Charset.forName(encoding));
        Reading.Whole whole = Reading.file("a.csv", bytes);
        assertThat(whole.asLines()).isEqualTo("1|Zoë\n2|José Muñoz\n");
        assertThat(whole.report().format()).isEqualTo("CSV, comma, " + encoding);
        assertThat(whole.report().notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void stripsByteOrderMarks(String encoding) {
        byte[] bytes = "\ufeffid,name\n1,Zoë\n".getBytes(Charset.forName(encoding));
        assertThat(Reading.file("a.csv", bytes).columns()).containsExactly("id", "name");
    }

    @Test
    void noticesWindows1252FarDownAFile() {
        String text = "id,name\n" + "1,ann\n".repeat(40_000) + "2,Zoë\n";
        Reading.Whole whole = Reading.file("a.csv", text.getBytes(Charset.forName("windows-1252")));
        assertThat(whole.rows().getLast()).containsExactly("2", "Zoë");
        assertThat(whole.report().format()).isEqualTo("CSV, comma, windows-1252");
    }

    @Test
    void readsAStrayByteInUtf8ByGuessAndSaysSo() {
        byte[] bytes = utf8("id,name\n1,Zoë\n2,Ren?e\n3,Åsa\n4,Éva\n");
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE9;
        Reading.Whole whole = Reading.file("a.csv", bytes);
        assertThat(whole.asLines()).isEqualTo("1|Zoë\n2|Renée\n3|Åsa\n4|Éva\n");
        assertThat(whole.report().notes()).containsExactly("1 character broke the encoding and was read by guess.");
    }

    @Test
    void refusesBytesThatBreakTheEncodingTheCallerNamed() {
        byte[] bytes = "id,name\n1,Zoë\n".getBytes(Charset.forName("windows-1252"));
        assertThat(Reading.codeOf("a.csv", bytes, ReadOptions.defaults().withEncoding(StandardCharsets.UTF_8)))
                .isEqualTo("FILE-ENCODING");
    }

    @Test
    void setsRaggedRowsAsideByNumberWithTheReason() {
        Reading.Whole whole = Reading.text("a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n4,5,6,,\n");
        assertThat(whole.asLines()).isEqualTo("1|2|3\n4|5|6\n");
        assertThat(whole.rowNumbers()).containsExactly(1L, 4L);
        assertThat(whole.setAside())
                .containsExactly("2: 2 fields where the header has 3", "3: 4 fields where the header has 3");
    }

    @Test
    void skipsBlankRowsWithoutCountingThem() {
        Reading.Whole whole = Reading.text("\n\na,b,c\n\n1,2,3\n,,\n   \n\r\n4,5,6\n\n");
        assertThat(whole.asLines()).isEqualTo("1|2|3\n4|5|6\n");
        assertThat(whole.report().setAsideCount()).isZero();
    }

    @Test
    void anUnclosedQuoteCostsItsOwnRowOnly() {
        StringBuilder text = new StringBuilder("id,name,place\n");
        for (int i = 1; i <= 20_000; i++) {
            text.append(i).append(i == 500 ? ",\"Lee,Tideford\n" : ",Lee,Tideford\n");
        }
        Reading.Whole whole = Reading.text(text.toString());
        assertThat(whole.report().rows()).isEqualTo(19_999);
        assertThat(whole.setAside()).containsExactly("500: a quote that is not closed, or text after a closing quote");
        assertThat(whole.rows().getLast()).containsExactly("20000", "Lee", "Tideford");
        assertThat(whole.rowNumbers().getLast()).isEqualTo(20_000);
    }

    @Test
    void anUnclosedQuoteThatMeetsALaterQuoteCostsItsOwnRowOnly() {
        String text = """
                id,name,place
                1,"Lee,Tideford
                2,Lee,Tideford
                3,Lee,Tideford
                4,Lee,Tideford
                5,Lee 6",Tideford
                6,"Lee, A",Tideford
                """;
        Reading.Whole whole = Reading.text(text);
        assertThat(whole.setAside()).containsExactly("1: a quote that is not closed");
        assertThat(whole.rows()).hasSize(5);
        assertThat(whole.rows().getLast()).containsExactly("6", "Lee, A", "Tideford");
    }

    @Test
    void textAfterAClosingQuoteCostsItsOwnRowOnly() {
        Reading.Whole whole = Reading.text("a,b\n1,\"x\"y\n2,z\n3,\"p\"\"q\" r\n4,w\n");
        assertThat(whole.asLines()).isEqualTo("2|z\n4|w\n");
        assertThat(whole.report().setAsideCount()).isEqualTo(2);
    }

    @Test
    void keepsLineBreaksWithinQuotes() {
        Reading.Whole whole = Reading.text("id,note\n1,\"first\nsecond\r\nthird\"\n2,x\n");
        assertThat(whole.rows().getFirst().get(1)).isEqualTo("first\nsecond\r\nthird");
        assertThat(whole.rowNumbers()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEnding(String ending) {
        assertThat(Reading.text(String.join(ending, "a,b", "1,2", "", "3,4", "\"5\"x,6", "7,8"))
                        .asLines())
                .isEqualTo("1|2\n3|4\n7|8\n");
    }

    @Test
    void setsRowsWithControlCharactersAside() {
        Reading.Whole whole = Reading.text("a,b\n1,x\0y\n2,z\n");
        assertThat(whole.asLines()).isEqualTo("2|z\n");
        assertThat(whole.setAside()).containsExactly("1: a control character, which no text holds");
    }

    @Test
    void setsAbsurdlyLongFieldsAndRowsAside() {
        ReadOptions small =
                ReadOptions.defaults().withLimits(new ReadOptions.Limits(100_000, 20_000, 200_000, 1 << 20, 1 << 30));
        String text = "a,b\n1," + "x".repeat(50_000) + "\n2,y\n3" + ",".repeat(500_000) + "\n4,z\n";
        Reading.Whole whole = Reading.file("a.csv", utf8(text), small);
        assertThat(whole.asLines()).isEqualTo("2|y\n4|z\n");
        assertThat(whole.report().setAside().get(0).reason()).startsWith("a field longer than 20000 characters");
        assertThat(whole.report().setAside().get(1).reason()).isEqualTo("longer than 200000 characters");
    }

    @Test
    void skipsALineForExcelAndATitle() {
        assertThat(Reading.text("sep=;\nid;name\n1;ann\n").asLines()).isEqualTo("1|ann\n");
        Reading.Whole titled = Reading.text("Housing extract\nMarch,,\n\nid,name,born\n1,ann,1980\n2,bob,1990\n");
        assertThat(titled.columns()).containsExactly("id", "name", "born");
        assertThat(titled.report().notes()).containsExactly("Skipped above the header: 3 lines.");
    }

    @Test
    void readsATableOfOneColumn() {
        Reading.Whole whole = Reading.text("nhs_number\n9434765919\n9434765870\n");
        assertThat(whole.columns()).containsExactly("nhs_number");
        assertThat(whole.rows()).hasSize(2);
    }

    @Test
    void namesColumnsWithoutANameByPosition() {
        Reading.Whole whole = Reading.text(",name,,born,\n1,ann,x,1980,\n");
        assertThat(whole.columns()).containsExactly("column 1", "name", "column 3", "born");
        assertThat(whole.asLines()).isEqualTo("1|ann|x|1980\n");
    }

    @Test
    void warnsWhenTheFirstRowLooksLikeData() {
        assertThat(Reading.text("1,ann,1980-02-01\n2,bob,1990-03-04\n").report().notes())
                .singleElement()
                .asString()
                .startsWith("The first row looks like data");
    }

    @Test
    void takesAgesAndYearsAsNames() {
        assertThat(Reading.text("area,2020,2021,90+\nE05000001,12,14,3\n")
                        .report()
                        .notes())
                .isEmpty();
        assertThat(Reading.text("period,0,1\n2022,12,14\n").report().notes()).isEmpty();
    }

    @Test
    void refusesTwoColumnsOfOneNameByPositionAndNeverSaysTheName() {
        assertThatThrownBy(() -> Reading.text("id,Smith,born,Smith\n1,2,3,4\n"))
                .isInstanceOf(FilesException.class)
                .hasMessage("Columns 2 and 4 of council.csv have the same name. Rename or remove one of them."
                        + " (FILE-DUPLICATE-COLUMNS)");
    }

    @Test
    void tellsEmptyFromHeaderOnlyFromNothingReadable() {
        assertThat(Reading.codeOf("a.csv", new byte[0])).isEqualTo("FILE-EMPTY");
        assertThat(Reading.codeOf("a.csv", utf8("\ufeff \n\n"))).isEqualTo("FILE-EMPTY");
        assertThat(Reading.codeOf("a.csv", utf8("id,name\n\n,\n"))).isEqualTo("FILE-HEADER-ONLY");
        assertThat(Reading.codeOf("a.csv", utf8("id,name\n1\n2\n"))).isEqualTo("FILE-NO-GOOD-ROWS");
        Reading.Whole accepted =
                Reading.file("a.csv", utf8("id,name\n"), ReadOptions.defaults().acceptingNoRows());
        assertThat(accepted.columns()).containsExactly("id", "name");
        assertThat(accepted.rows()).isEmpty();
    }

    @Test
    void refusesTooManyColumns() {
        assertThat(Reading.codeOf("a.csv", utf8("c,".repeat(5_000) + "d\n1\n"))).isEqualTo("FILE-TOO-WIDE");
    }

    @Test
    void readsGzipWhateverItsNameAndInSeveralMembers() {
        byte[] first = Reading.gzipped(utf8("id,name\n1,ann\n"));
        byte[] second = Reading.gzipped(utf8("2,bob\n"));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Reading.Whole whole = Reading.file("council.csv", both);
        assertThat(whole.asLines()).isEqualTo("1|ann\n2|bob\n");
        assertThat(whole.report().format()).isEqualTo("CSV, comma, UTF-8, gzip");
    }

    @Test
    void saysThatAGzipIsCutWhereverItIsCut() {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(i).append(",name").append(i * 31 % 977).append('\n');
        }
        byte[] packed = Reading.gzipped(utf8(text.toString()));
        for (int length : List.of(5, 40, packed.length / 2, packed.length - 9, packed.length - 1)) {
            assertThat(Reading.codeOf("a.csv.gz", java.util.Arrays.copyOf(packed, length)))
                    .as("cut to %s of %s bytes", length, packed.length)
                    .isEqualTo("FILE-CUT-SHORT");
        }
    }

    @Test
    void saysWhereReadingStandsOnlyForRowsThatWereHandedOut() {
        try (Table table = Tables.open(InputSource.ofBytes("a.csv", utf8("id\n1\n2\n")), ReadOptions.defaults())) {
            assertThat(table.rowNumber()).isZero();
            assertThat(table.report().rows()).isZero();
            assertThat(table.next()).isTrue();
            assertThat(table.rowNumber()).isEqualTo(1);
            assertThat(table.report().rows()).isEqualTo(1);
        }
    }
}
