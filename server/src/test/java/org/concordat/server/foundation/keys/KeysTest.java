package org.concordat.server.foundation.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.concordat.ledger.notes.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in files of their own, in a temporary folder. */
final class KeysTest {

    @TempDir
    Path folder;

    @Test
    void givesTheSameSecretAgainAndAnotherForAnotherName() {
        Secret first = Keys.open(folder).secret("sessions");
        assertThat(Keys.open(folder).secret("sessions").text()).isEqualTo(first.text());
        assertThat(Keys.open(folder).secret("back-up").text()).isNotEqualTo(first.text());
        assertThat(first.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(first.text())).isEqualTo(first.bytes());
        assertThat(first.key("AES").getEncoded()).isEqualTo(first.bytes());
    }

    @Test
    void printsNoSecret() {
        Secret secret = Keys.open(folder).secret("sessions");
        assertThat(secret.toString()).contains("sessions").doesNotContain(secret.text());
    }

    @Test
    void onlyItsOwnerReadsThem() throws IOException {
        Keys.open(folder).secret("sessions");
        assertThat(mode(folder.resolve("keys"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("keys/sessions.key"))).isEqualTo("rw-------");
    }

    @Test
    void refusesKeysThatOthersCanRead() throws IOException {
        Keys keys = Keys.open(folder);
        keys.secret("sessions");
        Files.setPosixFilePermissions(
                folder.resolve("keys/sessions.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> keys.secret("sessions"))
                .hasMessageContaining("sessions.key")
                .hasMessageEndingWith("(KEYS-READABLE-BY-OTHERS)");
        Files.setPosixFilePermissions(folder.resolve("keys"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> Keys.open(folder)).hasMessageEndingWith("(KEYS-READABLE-BY-OTHERS)");
    }

    @Test
    void refusesAFolderOfKeysThatIsALink() throws IOException {
        Path elsewhere = Files.createDirectory(
                folder.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(folder.resolve("keys"), elsewhere);
        assertThatThrownBy(() -> Keys.open(folder)).hasMessageEndingWith("(KEYS-READABLE-BY-OTHERS)");
    }

    @Test
    void neverMakesALostKeyAnew() throws IOException {
        Keys.open(folder).secret("sessions");
        Files.delete(folder.resolve("keys/sessions.key"));
        assertThatThrownBy(() -> Keys.open(folder).secret("sessions")).hasMessageEndingWith("(KEY-LOST)");
        assertThat(folder.resolve("keys/sessions.key")).doesNotExist();
        assertThatThrownBy(() -> Keys.open(folder).existing("never-made")).hasMessageEndingWith("(KEY-LOST)");
    }

    @Test
    void noticesAnExchangedKey() throws IOException {
        Keys.open(folder).secret("sessions");
        Keys.open(folder).secret("other");
        Files.writeString(folder.resolve("keys/sessions.key"), Files.readString(folder.resolve("keys/other.key")));
        assertThatThrownBy(() -> Keys.open(folder).secret("sessions")).hasMessageEndingWith("(KEY-CHANGED)");
    }

    @Test
    void takesUpAKeyWrittenJustBeforeThePowerWentOff() throws IOException {
        String secret = Keys.open(folder).secret("sessions").text();
        Files.delete(folder.resolve("keys-made.txt"));
        assertThat(Keys.open(folder).secret("sessions").text()).isEqualTo(secret);
    }

    @Test
    void keepsTheLedgersSigningKeyForOneName() {
        SigningKey key = Keys.open(folder).ledgerSigningKey("tideford.example/ledger");
        assertThat(Keys.open(folder)
                        .ledgerSigningKey("tideford.example/ledger")
                        .verifier()
                        .toString())
                .isEqualTo(key.verifier().toString());
        assertThatThrownBy(() -> Keys.open(folder).ledgerSigningKey("other.example/ledger"))
                .hasMessageEndingWith("(KEY-OF-ANOTHER-LEDGER)");
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        Files.createDirectory(
                folder.resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = Files.createFile(
                folder.resolve("keys/sessions.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "no key\n");
        assertThatThrownBy(() -> Keys.open(folder).secret("sessions")).hasMessageEndingWith("(KEYS-UNREADABLE)");
        Files.writeString(folder.resolve("keys-made.txt"), "sessions\n");
        assertThatThrownBy(() -> Keys.open(folder)).hasMessageEndingWith("(KEYS-UNREADABLE)");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
