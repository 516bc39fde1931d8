package org.concordat.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.cli.CommandRun.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and folders that are not what the command was told, and who may read what it makes. */
final class LedgerKeysTest {
    private final Path folder;
    private final Path ledger;
    private final Path key;

    LedgerKeysTest(@TempDir Path folder) {
        this.folder = folder;
        this.ledger = folder.resolve("town");
        this.key = folder.resolve("town.key");
    }

    /** A wrong key says nothing about the proof, and the verdict must not seem to. */
    @Test
    void aKeyThatIsNoneIsNotHeldAgainstTheProof() throws IOException {
        begin();
        done("ledger", "append", ledger, "--document", folder.resolve("town.key.pub"), "--as", "public-key");
        done("ledger", "checkpoint", ledger, "--key", key);
        Path proof = folder.resolve("proof");
        done("ledger", "prove", ledger, "--entry", 0, "--out", proof);
        Path publicKey = folder.resolve("town.key.pub");
        String miscopied = Files.readString(publicKey).strip().replace("ledger.example", "other.example");
        Path signatory = file(folder, "chief.key.pub", "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n");
        for (Object wrong : List.of(miscopied, signatory)) {
            assertRefusesKey(proof, "--key", wrong, "--key: ", "is no public key of a ledger");
            assertRefusesKey(proof, "--witness", wrong, "--witness: ", "is no public key of a witness");
        }
        assertRefusesKey(proof, "--key", key, key + " is a secret key", "ends in .pub");
        assertRefusesKey(proof, "--witness", publicKey, "is the key of a ledger, and that of a witness is wanted");
    }

    private static void assertRefusesKey(Path proof, String option, Object wrong, String... saying) {
        CommandRun refused = run(2, "verify", proof, option, wrong);
        assertThat(refused.err()).contains(saying).contains("(KEY-UNREADABLE)").doesNotContain("PRIVATE");
        assertThat(refused.out()).doesNotContain("VERIFY");
    }

    @Test
    void takesNoKeyOfAnotherLedgerAndLeavesNoneBehind() throws IOException {
        begin();
        Path other = folder.resolve("other.key");
        done("ledger", "init", folder.resolve("other"), "--name", "other.example", "--key", other);
        Path next = folder.resolve("next.key");
        assertThat(run(1, "ledger", "change-key", ledger, "--key", other, "--next", next)
                        .err())
                .contains(other + " is a key of other.example, not of ledger.example", "(KEY-OTHER)");
        assertThat(next).doesNotExist();
        assertThat(run(1, "ledger", "change-key", ledger, "--key", key, "--next", other)
                        .err())
                .contains("(KEY-OTHER)");
        assertThat(run(2, "ledger", "change-key", ledger, "--key", key, "--next", key)
                        .err())
                .contains("--next: that is the key that signs now", "(WRONG-USE)");
        assertThat(run(1, "ledger", "checkpoint", ledger, "--key", other).err()).contains("(KEY-OTHER)");
        Path none = file(folder, "none.key", "no key\n");
        assertThat(run(1, "ledger", "checkpoint", ledger, "--key", none).err())
                .contains(none + " holds no secret key", "(KEY-UNREADABLE)");
    }

    @Test
    void beginsNoLedgerAmongOtherFiles() throws IOException {
        Files.createDirectory(ledger);
        file(ledger, "role.yaml", "role: chief\nname: Chief\n");
        assertThat(run(2, "ledger", "init", ledger, "--name", "ledger.example", "--key", key)
                        .err())
                .contains("is no ledger", "(OUT-EXISTS)");
        assertThat(CommandRun.namesIn(ledger)).containsExactly("role.yaml");
        assertThat(key).doesNotExist();
    }

    @Test
    void beginsOnceMoreWhereThereWasNoSpaceToFinish() throws IOException {
        Files.createDirectory(ledger);
        for (String name : List.of("acknowledged", "entries", "hashes-0", "index", "lock")) {
            file(ledger, name, "");
        }
        begin();
    }

    @Test
    void whatIsMadeToBeHandedOnMayBeReadByOthers() throws IOException {
        begin();
        done("ledger", "append", ledger, "--document", folder.resolve("town.key.pub"), "--as", "public-key");
        done("ledger", "checkpoint", ledger, "--key", key);
        Path proof = folder.resolve("proof");
        done("ledger", "prove", ledger, "--entry", 0, "--out", proof);
        // As readable as any file that this user makes.
        var usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        assertThat(Files.getPosixFilePermissions(proof)).isEqualTo(usual);
        assertThat(Files.getPosixFilePermissions(folder.resolve("town.key.pub")))
                .isEqualTo(usual);
    }

    private void begin() {
        done("ledger", "init", ledger, "--name", "ledger.example", "--key", key);
    }

    private static CommandRun done(Object... words) {
        return run(0, words);
    }

    private static CommandRun run(int exitCode, Object... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode())
                .as("%s%n%s%n%s", List.of(words), run.out(), run.err())
                .isEqualTo(exitCode);
        return run;
    }
}
