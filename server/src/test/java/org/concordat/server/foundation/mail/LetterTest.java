package org.concordat.server.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a letter may say, and to whom it may go. */
final class LetterTest {

    @Test
    void tellsTheFirstNameOnly() {
        assertThat(of("olu@police.example", "Olu Beat").firstName()).isEqualTo("Olu");
        assertThat(of("olu@police.example", "Olu Beat").toString()).doesNotContain("Olu", "olu@");
    }

    @Test
    void leavesOutWhatIsNotSeenOfAName() {
        assertThat(of("olu@police.example", "O\u200dlu\u202e Beat").firstName()).isEqualTo("Olu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Olu\r\nBcc: all@police.example",
                "Olu\nSubject: x",
                "Olu\rX",
                "Olu\u0000",
                "Olu\u0085X",
                "Olu\u2028X",
                " "
            })
    void refusesANameThatWouldBeginALineOfItsOwn(String name) {
        assertThatThrownBy(() -> of("olu@police.example", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Olu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "olu@police.example\r\nBcc: all@police.example",
                "olu@police.example, all@police.example",
                "Olu <olu@police.example>",
                "\"olu x\"@police.example",
                "olu@police.example\n",
                "olu",
                "@police.example",
                "a:olu@police.example;"
            })
    void refusesWhatIsNotOneAddress(String address) {
        assertThatThrownBy(() -> of(address, "Olu")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example/", "/x y", "/a\n", "/a?b=c", ""})
    void linksToPagesOfThisServerOnly(String path) {
        assertThatThrownBy(() -> Letter.of("parties.mail.invitation", "o@p.example", "Olu", path, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter of(String address, String name) {
        return Letter.of("parties.mail.invitation", address, name, "/invitation/abc", Optional.empty());
    }
}
