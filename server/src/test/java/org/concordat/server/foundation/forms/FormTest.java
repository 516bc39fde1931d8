package org.concordat.server.foundation.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.concordat.server.foundation.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;

final class FormTest {

    enum Kind {
        COUNCIL,
        POLICE
    }

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    private Form sent(String name, String... values) {
        request.setParameter(name, values);
        return Form.of(request);
    }

    private static String problem(Form form) {
        return form.problems().getFirst().message();
    }

    @Test
    void textComesOutTrimmedAndInComposedForm() {
        assertThat(sent("name", "  Re\u0301union \r\n ").text("name").value()).isEqualTo("R\u00e9union");
        assertThat(sent("name", "a\r\nb\rc").text("name").lines().value()).isEqualTo("a\nb\nc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\nb",
                "a\u202eb",
                "a\u2066b",
                "a\u2028b",
                "a\ud800b",
                "a\ufeffb",
                "a\uffffb"
            })
    void charactersThatNobodyTypesAreRefusedAndNotShownAgain(String typed) {
        Form form = sent("name", typed);
        assertThat(form.text("name").value()).isEmpty();
        assertThat(problem(form)).isEqualTo("foundation.problem.characters");
        assertThat(form.typed("name")).isIn("ab", "a\nb");
    }

    @Test
    void whatIsTooLongIsRefusedAndKeptForShowing() {
        Form form = sent("name", "x".repeat(501));
        assertThat(form.text("name").value()).isEmpty();
        assertThat(form.problems().getFirst().arguments()).endsWith(500, 1);
        assertThat(form.typed("name")).hasSize(501);
    }

    @Test
    void lengthCountsLettersAndNotTheirHalves() {
        assertThat(sent("name", "😀😀").text("name").atMost(2).value()).isEqualTo("😀😀");
    }

    @Test
    void whatIsRequiredAndMissingHasOneProblemHoweverOftenItIsRead() {
        Form form = Form.of(request);
        var field = form.text("name").label("parties.name").required();
        assertThat(field.value() + field.value()).isEmpty();
        assertThat(form.problems()).hasSize(1);
        assertThat(form.problems().getFirst().specific()).isEqualTo("parties.name.required");
    }

    @Test
    void aFieldSentTwiceIsRefused() {
        Form form = sent("name", "one", "two");
        assertThat(form.text("name").value()).isEmpty();
        assertThat(problem(form)).isEqualTo("foundation.problem.twice");
    }

    @Test
    void aParameterThatNobodyAsksForIsNotRead() {
        Form form = sent("admin", "yes");
        form.text("name").value();
        assertThat(form.typed("admin")).isEmpty();
        assertThat(form.toString()).doesNotContain("yes");
    }

    @Test
    void aPasswordKeepsItsSpacesAndIsNeverShownAgain() {
        Form form = sent("secret", " twelve letters ");
        assertThat(form.password("secret").value()).isEqualTo(" twelve letters ");
        assertThat(form.typed("secret")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name@example.org, true",
        "o'neil+x@a-b.example, true",
        "nobody, false",
        "a b@example.org, false",
        "a@b, false"
    })
    void anEmailAddressHasAnAtAndADomain(String typed, boolean good) {
        assertThat(sent("email", typed).email("email").optional().isPresent()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "' 1,200 ', 1200", "1 200, 1200", "12.5,", "1e3,", "0,", "5001,", "99999999999999999999,"})
    void aNumberIsWholeAndWithinBounds(String typed, Long expected) {
        assertThat(sent("people", typed).wholeNumber("people", 1, 5000).value().orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void onlyWhatIsOfferedCanBeChosen() {
        assertThat(sent("kind", "POLICE").oneOf("kind", Kind.class).value()).contains(Kind.POLICE);
        Form form = sent("kind", "ADMIN");
        assertThat(form.oneOf("kind", Kind.class).value()).isEmpty();
        assertThat(problem(form)).isEqualTo("foundation.problem.unknown");
        assertThat(sent("kind", "POLICE", "ADMIN").choices("kind", Kind.class).value())
                .isEmpty();
        assertThat(sent("kind", "POLICE", "COUNCIL").choices("kind", Kind.class).value())
                .containsExactly(Kind.POLICE, Kind.COUNCIL);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "27, 3, 2027, 2027-03-27, -",
                "27, mar, 2027, 2027-03-27, -",
                "1, December, 2026, 2026-12-01, -",
                "29, 2, 2027, -, dayOfMonth",
                "27, 13, 2027, -, month",
                "x, 3, 2027, -, day",
                "27, 3, 27, -, year",
                "'', 3, 2027, -, dateWithout.day",
                "'', '', 2027, -, dateWithout.dayAndmonth",
                "1, 1, 2020, -, early"
            })
    void aDateIsReadFromItsThreeFields(String day, String month, String year, LocalDate expected, String problem) {
        request.setParameter("ends-day", day);
        request.setParameter("ends-month", month);
        request.setParameter("ends-year", year);
        Form form = Form.of(request);
        assertThat(form.date("ends").onOrAfter(LocalDate.of(2026, 1, 1)).value().orElse(null))
                .isEqualTo(expected);
        assertThat(form.hasProblems() ? problem(form).replace("foundation.problem.", "") : null)
                .isEqualTo(problem);
    }

    @Test
    void aFormWithoutItsVersionWasNotMadeByOurPages() {
        assertThat(sent("version", "7").version()).isEqualTo(7);
        assertThatThrownBy(() -> Form.empty().version())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("FORM-TAMPERED");
    }

    @Test
    void whoeverChoosesInAConflictSendsTheChosenVersion() {
        request.setParameter("name", "mine");
        request.setParameter("other", "same");
        Form mine = Form.of(request);
        mine.text("name").label("a.name").value();
        mine.text("other").label("a.other").value();
        Conflict conflict = Conflict.between(
                mine, Form.empty().with("name", "theirs").with("other", "same"), 3, "/a", "/", Map.of());
        assertThat(conflict.differences())
                .extracting(Conflict.Difference::field)
                .containsExactly("name");

        var answer = new MockHttpServletRequest();
        conflict.hidden().forEach(field -> answer.addParameter(field.name(), field.value()));
        answer.setParameter("keep.name", "mine");
        assertThat(Form.of(answer).text("name").value()).isEqualTo("mine");
        assertThat(Form.of(answer).text("other").value()).isEqualTo("same");
        answer.setParameter("keep.name", "theirs");
        assertThat(Form.of(answer).text("name").value()).isEqualTo("theirs");
    }

    @Test
    void showsWhatAThingHoldsBeforeAnybodyTyped() {
        Form form = Form.empty()
                .with("name", "Tideford")
                .with("kinds", List.of(Kind.POLICE))
                .with("ends", LocalDate.of(2027, 3, 27))
                .with("none", null);
        assertThat(form.typed("name")).isEqualTo("Tideford");
        assertThat(form.isChosen("kinds", "POLICE")).isTrue();
        assertThat(form.typed("ends-month")).isEqualTo("3");
        assertThat(form.typed("none")).isEmpty();
    }

    private static Form uploaded(String name, int bytes) {
        var multipart = new MockMultipartHttpServletRequest();
        multipart.addFile(new MockMultipartFile("file", name, "application/yaml", new byte[bytes]));
        return Form.of(multipart);
    }

    @Test
    void aFileLargerThanAllowedIsRefused() {
        Form form = uploaded("agreement.yaml", 1025);
        assertThat(form.file("file").named("yaml").atMostBytes(1024).value()).isEmpty();
        assertThat(problem(form)).isEqualTo("foundation.problem.largeFile");
        assertThat(uploaded("agreement.yaml", (1 << 20) + 1).file("file").value())
                .as("a megabyte unless said otherwise")
                .isEmpty();
        assertThat(uploaded("agreement.YAML", 1024)
                        .file("file")
                        .named("yaml")
                        .atMostBytes(1024)
                        .value())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement.exe", "agreement.yaml.html", "yaml", ".htaccess"})
    void aFileOfAnotherEndingIsRefused(String name) {
        Form form = uploaded(name, 10);
        assertThat(form.file("file").named("yaml", "zip").value()).isEmpty();
        assertThat(problem(form)).isEqualTo("foundation.problem.fileName");
    }
}
