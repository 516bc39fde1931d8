package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WorkbookTableTest {

    private static final byte[] TENANTS = Fixtures.bytes("tenants.xlsx");

    @Test
    void readsTheFirstSheetThatHasATableWithDatesAndNumbersAsTheyAreMeant() {
        Reading.Whole whole = Reading.file("tenants.xlsx", TENANTS);
        assertThat(whole.columns())
                .containsExactly("id", "name", "born", "seen", "rent", "phone", "active", "opens", "total");
        assertThat(whole.rows().get(0))
                .containsExactly(
                        "1", "Ann", "1980-02-01", "2024-03-01T10:20:30", "99.5", "07700900123", "TRUE", "09:30", null);
        assertThat(whole.rows().get(1))
                .containsExactly("2", "Zoë", "1901-01-01", null, "0.3", null, "FALSE", null, null);
        assertThat(whole.setAside()).containsExactly("3: 11 fields where the header has 9");
        assertThat(whole.report().format()).isEqualTo("Excel");
        assertThat(whole.report().notes())
                .containsExactly(
                        "Sheet 2 of 3 was read.",
                        "Skipped above the header: 1 row.",
                        "Read as empty: 2 formulas saved without a result; open the file in Excel and save it.");
    }

    @Test
    void readsTheSheetThatWasAskedFor() {
        ReadOptions other = ReadOptions.defaults().withSheet("Other");
        assertThat(Reading.file("tenants.xlsx", TENANTS, other).asLines()).isEqualTo("1|2\n");
        assertThat(Reading.codeOf(
                        "tenants.xlsx", TENANTS, ReadOptions.defaults().withSheet("Nowhere")))
                .isEqualTo("FILE-NO-SUCH-SHEET");
    }

    @Test
    void readsAGzippedWorkbookUnderAnyName() {
        assertThat(Reading.file("tenants.csv", Reading.gzipped(TENANTS)).rows()).hasSize(2);
    }

    @Test
    void readsFormulasByTheirResultAndErrorsAsEmpty() {
        Reading.Whole whole = Reading.file(
                "a.xlsx",
                Workbooks.ofSheetData("<row><c t=\"str\"><v>a</v></c><c t=\"str\">"
                        + "<v>b</v></c></row><row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>X()</f><v>text</v></c></row>"
                        + "<row><c t=\"e\"><v>#N/A</v></c><c t=\"e\"><f>NA()</f><v>#N/A</v></c></row>"
                        + "<row><c><v>1.5E+3</v></c><c t=\"b\"><v>1</v></c></row>"));
        assertThat(whole.asLines()).isEqualTo("2|text\n1500|TRUE\n");
        assertThat(whole.report().notes()).containsExactly("Read as empty: 2 cells with the error of a formula.");
    }

    @Test
    void tellsEmptyFromHeaderOnlyFromDuplicateColumns() {
        assertThat(Reading.codeOf("a.xlsx", Workbooks.ofSheetData(""))).isEqualTo("FILE-EMPTY");
        assertThat(Reading.codeOf("a.xlsx", Workbooks.of(List.of(List.of("id", "name")))))
                .isEqualTo("FILE-HEADER-ONLY");
        assertThat(Reading.codeOf("a.xlsx", Workbooks.of(List.of(List.of("id", "id"), List.of("1", "2")))))
                .isEqualTo("FILE-DUPLICATE-COLUMNS");
    }

    @Test
    void tellsACutWorkbookFromADamagedOne() {
        assertThat(Reading.codeOf("a.xlsx", Arrays.copyOf(TENANTS, TENANTS.length - 30)))
                .isEqualTo("FILE-CUT-SHORT");
        assertThat(Reading.codeOf("a.xlsx", Arrays.copyOf(TENANTS, 100))).isEqualTo("FILE-CUT-SHORT");
        assertThat(Reading.codeOf("a.xlsx", Workbooks.ofSheetData("<row><c><v>1</row>")))
                .isEqualTo("FILE-DAMAGED");
    }

    @Test
    void refusesWhatIsNoOpenWorkbookWithARemedy() throws IOException {
        byte[] old = new byte[2_000];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        assertThat(Reading.codeOf("a.xls", old)).isEqualTo("FILE-FORMAT-OLD-EXCEL");
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, old, 1_100, mark.length);
        assertThat(Reading.codeOf("a.xlsx", old)).isEqualTo("FILE-ENCRYPTED");
        assertThat(Reading.codeOf("a.zip", zip("inside.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("FILE-NOT-A-TABLE");
        assertThat(Reading.codeOf("a.xlsb", zip("xl/workbook.bin", new byte[10])))
                .isEqualTo("FILE-NOT-A-TABLE");
    }

    @Test
    void refusesAWorkbookThatUnpacksBeyondReason() {
        String bomb = "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(80 << 20) + "</t></is></c></row>";
        assertThat(Reading.codeOf("a.xlsx", Workbooks.ofSheetData(bomb))).isEqualTo("FILE-TOO-LARGE");
    }

    @Test
    void refusesACellFarOutsideOfAnySheet() {
        assertThat(Reading.codeOf("a.xlsx", Workbooks.ofSheetData("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>")))
                .isEqualTo("FILE-DAMAGED");
    }

    @Test
    void expandsNoEntities() {
        String hostile = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c><c t=\"inlineStr\"><is><t>y</t>"
                + "</is></c></row><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
        try {
            Reading.Whole whole = Reading.file("a.xlsx", Workbooks.ofSheet(hostile));
            assertThat(whole.columns().getFirst()).doesNotContain("aaaa");
        } catch (org.concordat.files.FilesException refused) {
            assertThat(refused.code()).isEqualTo("FILE-DAMAGED");
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
