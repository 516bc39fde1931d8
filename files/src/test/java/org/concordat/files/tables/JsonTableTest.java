package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.concordat.files.FilesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableTest {

    private static final String TWO_ROWS = """
            [{"id": 1, "name": {"given": "Ann", "family": null}, "tags": ["a", "b"], "ok": true},
             {"id": 2.50, "name": {"given": " Zoë "}, "visits": [{"on": "2024"}], "extra": "x"}]
            """;

    private static Reading.Whole json(String text) {
        return Reading.file("people.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String codeOf(String text) {
        return Reading.codeOf("people.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void flattensNestedObjectsWithDots() {
        Reading.Whole whole = json(TWO_ROWS);
        assertThat(whole.columns()).containsExactly("id", "name.given", "name.family", "tags", "ok", "visits", "extra");
        assertThat(whole.asLines()).isEqualTo("1|Ann|null|a; b|true|null|null\n2.50|Zoë|null|null|null|null|x\n");
        assertThat(whole.report().format()).isEqualTo("JSON");
        assertThat(whole.report().notes()).containsExactly("Left out: 1 list of objects or lists within rows.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"made\": \"today\", \"counts\": [1, 2], \"people\": %s}",
                "{\"response\": {\"items\": %s, \"next\": null}, \"status\": 200}"
            })
    void findsTheOneListOfObjectsWithinAnObject(String holder) {
        assertThat(json(holder.replace("%s", TWO_ROWS)).rows()).hasSize(2);
    }

    @Test
    void refusesOtherShapesOfJson() {
        assertThat(codeOf("{\"a\": [{\"x\": 1}], \"b\": [{\"y\": 2}]}")).isEqualTo("FILE-JSON-SHAPE");
        assertThat(codeOf("[1, 2, 3]")).isEqualTo("FILE-JSON-SHAPE");
        assertThat(codeOf("{\"a\":\n 1}")).isEqualTo("FILE-JSON-SHAPE");
        assertThat(codeOf("[{}]")).isEqualTo("FILE-EMPTY");
    }

    @Test
    void tellsCutFromDamagedWithoutQuotingTheFile() {
        assertThat(codeOf(TWO_ROWS.substring(0, 120))).isEqualTo("FILE-CUT-SHORT");
        assertThatThrownBy(() -> json("[{\"id\": 1},\n {\"id\": Smith}]"))
                .isInstanceOf(FilesException.class)
                .hasMessageContaining("not well formed (line 2, column")
                .hasMessageNotContaining("Smith")
                .hasNoCause();
    }

    @Test
    void readsOneObjectALineAndSetsBrokenLinesAside() {
        String lines = """
                {"id": 1, "name": "Ann"}

                {"id": 2, "name": Bob}
                [3]
                {"id": 4, "name": "Cat", "id": 5}
                {"id": 6} {"id": 7}
                {"id": 8, "name": "Dot"}
                """;
        Reading.Whole whole = Reading.file("people.txt", lines.getBytes(StandardCharsets.UTF_16LE));
        assertThat(whole.asLines()).isEqualTo("1|Ann\n8|Dot\n");
        assertThat(whole.setAside())
                .containsExactly(
                        "2: JSON that is not well formed",
                        "3: not an object",
                        "4: two values under one name",
                        "5: more than one object in a line");
        assertThat(whole.rowNumbers()).containsExactly(1L, 6L);
    }

    @Test
    void countsNamesThatComeTooLate() {
        String text = "{\"id\": 1}\n".repeat(1_500) + "{\"id\": 2, \"late\": \"x\", \"later\": \"y\"}\n";
        Reading.Whole whole = json(text);
        assertThat(whole.columns()).containsExactly("id");
        assertThat(whole.rows()).hasSize(1_501);
        assertThat(whole.report().notes())
                .containsExactly("Left out: 2 values under 2 names not met in the first 1000 objects.");
    }

    @Test
    void readsASingleObjectOnOneLineAsOneRow() {
        assertThat(json("{\"id\": 1, \"name\": \"Ann\"}").asLines()).isEqualTo("1|Ann\n");
    }

    @Test
    void refusesJsonThatNestsWithoutEnd() {
        assertThat(codeOf("[{\"a\":".repeat(200_000))).isEqualTo("FILE-DAMAGED");
    }

    @Test
    void leavesTextThatOnlyBeginsLikeJsonToCsv() {
        assertThat(Reading.text("[id],name\n1,ann\n").columns()).containsExactly("[id]", "name");
        assertThat(Reading.text("{id},name\n1,ann\n").columns()).containsExactly("{id}", "name");
    }
}
