package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.concordat.ledger.entries.Codes.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which codes an entry may hold, and how registers hand them over. */
final class CodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mary Smith",
                "mary.smith@example.org",
                "943 476 5919",
                "A9434765919",
                "x-943-476-5919",
                "QQ123456C",
                "a.QQ-12-34-56-C",
                "SW1A1AA",
                "home.M1-1AE",
                "born-1987-06-05",
                "b.05-06-1987",
                "O'Brien",
                "é",
                "a--b",
                "-a",
                "a-",
                "7a",
                "",
                " "
            })
    void whatLooksLikeAnIdentifierOfAPersonIsNoCodeThoughARegisterSaysSo(String value) {
        assertThat(new Codes(Map.of(Register.AGREEMENT, Set.of(value))).has(Register.AGREEMENT, value))
                .isFalse();
        assertThatThrownBy(() -> Codes.parse(("agreement SA-1\nagreement " + value).getBytes(UTF_8)))
                .hasMessageStartingWith("Line 2 is not")
                .hasMessageNotContainingAny("Mary", "1987", "943")
                .hasMessageEndingWith("(CODES-UNREADABLE)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SA-2031",
                "tideford-council",
                "AGREEMENT-ENDED",
                "uk-2026.1",
                "a",
                "RO999",
                "prevent_harm",
                "GP7"
            })
    void codesOfRegistersAreTaken(String value) {
        Codes codes = Codes.parse(("purpose " + value + "\n").getBytes(UTF_8));
        assertThat(codes.has(Register.PURPOSE, value)).isTrue();
        assertThat(codes.has(Register.DATASET, value)).isFalse();
    }

    @Test
    void aCodeHasAtMost64Characters() {
        Codes codes = new Codes(Map.of(Register.RULE, Set.of("a".repeat(64), "a".repeat(65))));
        assertThat(codes.has(Register.RULE, "a".repeat(64))).isTrue();
        assertThat(codes.has(Register.RULE, "a".repeat(65))).isFalse();
    }

    @Test
    void whatIsWrittenIsReadAgainInOrder() {
        Codes codes = Codes.parse("law-pack uk-2026.1\n\norganisation police\norganisation council\n".getBytes(UTF_8));
        assertThat(codes.text()).isEqualTo("organisation council\norganisation police\nlaw-pack uk-2026.1\n");
        assertThat(Codes.parse(codes.text().getBytes(UTF_8))).isEqualTo(codes).hasToString("Codes[3]");
        assertThat(codes.and(Codes.none())).isEqualTo(codes);
        assertThat(Codes.none().and(codes).and(Codes.parse("rule A\nrule A".getBytes(UTF_8))))
                .hasToString("Codes[4]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "council",
                "gossip mary",
                "organisation a b",
                "organisation  a",
                " organisation a",
                "ORGANISATION a"
            })
    void aLineThatIsNoRegisterAndCodeIsRefused(String line) {
        assertThatThrownBy(() -> Codes.parse(line.getBytes(UTF_8)))
                .hasMessageContaining("law-pack")
                .hasMessageNotContaining("mary")
                .hasMessageEndingWith("(CODES-UNREADABLE)");
    }

    @Test
    void whatIsNoTextOrTooLongIsRefused() {
        assertThatThrownBy(() -> Codes.parse(new byte[] {(byte) 0xff})).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> Codes.parse(new byte[Codes.LONGEST_BYTES + 1])).hasMessageContaining("longer than");
        byte[] longest = "\n".repeat(Codes.LONGEST_BYTES).getBytes(UTF_8);
        assertThat(Codes.parse(longest)).isEqualTo(Codes.none());
    }
}
