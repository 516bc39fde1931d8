package org.concordat.server.parties.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import me.gosimple.nbvcxz.Nbvcxz;
import org.concordat.server.parties.internal.Passwords.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords will do. */
final class PasswordsTest {

    private final Passwords passwords = new Passwords();

    /** Of the hundred thousand passwords that the estimate knows as the most used, those that are long enough for us. */
    private static List<String> knownToTheEstimate() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(Nbvcxz.class.getResourceAsStream("/dictionaries/passwords.txt"))) {
            return longEnough(list);
        }
    }

    private static List<String> mostUsed() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(Passwords.class.getResourceAsStream("/parties/most-used-passwords.txt.gz"))) {
            return longEnough(new GZIPInputStream(list));
        }
    }

    private static List<String> longEnough(InputStream list) throws IOException {
        return new String(list.readAllBytes(), UTF_8)
                .lines()
                .filter(password -> password.length() >= Passwords.SHORTEST)
                .toList();
    }

    /** Before the estimate, which alone would miss a good deal of them. */
    @Test
    void refusesTheThreeThousandMostUsedThatAreLongEnoughAndTwelveThousandMore() throws IOException {
        List<String> mostUsed = mostUsed();
        assertThat(mostUsed).doesNotHaveDuplicates().hasSize(15_535);
        assertThat(mostUsed)
                .startsWith("123qweasdzxc", "1qaz2wsx3edc")
                .filteredOn(password ->
                        !passwords.weakness(password, List.of()).equals(Optional.of(Weakness.EASILY_GUESSED)))
                .isEmpty();
        assertThat(passwords.weakness("POLNIYpizdec0211", List.of())).contains(Weakness.EASILY_GUESSED);
    }

    @Test
    void refusesEveryOneOfThoseThatTheEstimateKnows() throws IOException {
        List<String> known = knownToTheEstimate();
        assertThat(known).hasSizeGreaterThan(450);
        assertThat(known)
                .filteredOn(password ->
                        !passwords.weakness(password, List.of()).equals(Optional.of(Weakness.EASILY_GUESSED)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password20261130",
                "Liverpool1998!!",
                "qwertyuiop[]asdf",
                "iloveyouiloveyou",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "concordat2026",
                "tideford-council"
            })
    void refusesWhatIsMadeOfThem(String password) {
        assertThat(passwords.weakness(password, List.of("concordat", "tideford", "council")))
                .contains(Weakness.EASILY_GUESSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven lamps under wet gravel",
                "sieben lampen unter nassem kies",
                "αβγ δεζ ηθι κλμ νξο",
                "  spaces at both ends stay  ",
                "🦆🪨🧵🌧️🚲🫖🧭🪁🥖🛶🪣🧶"
            })
    void takesCharactersOfEveryKindAndAsksForNone(String password) {
        assertThat(passwords.weakness(password, List.of())).isEmpty();
    }

    @Test
    void takesAHundredCharactersAndLooksAtAllOfThem() {
        String all =
                "seven lamps under wet gravel, nine kettles beside dry heather, four oars below grey slate roofs!!";
        assertThat(all.length()).isGreaterThan(64);
        assertThat(passwords.weakness(all, List.of())).isEmpty();
        String hash = passwords.hash(all);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(all, hash)).isTrue();
        assertThat(passwords.matches(all.substring(0, all.length() - 1), hash)).isFalse();
        assertThat(passwords.matches(all.toUpperCase(java.util.Locale.ROOT), hash))
                .isFalse();
    }

    @Test
    void aHashOfNoPasswordIsReadAsAnyOtherAndMatchesNone() {
        String none = passwords.hashOfNone(new SecureRandom());
        String some = passwords.hash("tideford harbour lights");
        assertThat(none).hasSameSizeAs(some).startsWith(some.substring(0, some.lastIndexOf("p=1$") + 4));
        assertThat(passwords.matches("tideford harbour lights", none)).isFalse();
        assertThat(passwords.matches("", none)).isFalse();
    }
}
