package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.cli.CommandRun.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.concordat.ledger.entries.SaltedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger's life at the command line: its keeper, a partner as witness, and an outsider. */
final class LedgerCommandsTest {
    private static final String ENTRY = """
            {"kind":"DECISION","at":"2026-11-21T09:30:00Z","decision":"0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42",\
            "outcome":"REFUSED","day":"2026-11-21","rules":["AGREEMENT-ENDED"],\
            "sender":"tideford-council","recipient":"tideford-police","purpose":"prevent-harm",\
            "packFingerprint":"sha256:%1$s","folderFingerprint":"sha256:%1$s",\
            "request":"salted:%1$s","reasons":"salted:%1$s"}
            """.formatted("0a".repeat(32));

    private final Path folder;
    private final Path ledger;
    private final Path key;

    LedgerCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.ledger = folder.resolve("town");
        this.key = folder.resolve("town.key");
    }

    @Test
    void keeperWitnessAndOutsiderWorkTogether() throws IOException {
        begin();
        Path entries = file(
                folder,
                "entries.jsonl",
                ENTRY + "\n" + ENTRY.replace("REFUSED", "PERMITTED").replace("\"AGREEMENT-ENDED\"", ""));
        assertThat(done("ledger", "append", ledger, entries).out()).isEqualTo("Recorded entries 0 to 1.\n");
        assertThat(done("ledger", "append", ledger, "--document", entries, "--as", "minutes", "--json")
                        .out())
                .startsWith("{")
                .contains("\"index\":2");
        Path request = folder.resolve("request");
        String checkpoint = done("ledger", "checkpoint", ledger, "--key", key, "--request", request)
                .out();
        assertThat(checkpoint).startsWith("ledger.example\n3\n").contains("\n\u2014 ledger.example ");
        Path kept = file(folder, "kept", checkpoint);

        String publicKey = Files.readString(folder.resolve("town.key.pub")).strip();
        Path witnessKey = folder.resolve("police.key");
        Object[] witness = {
            "ledger",
            "witness",
            request,
            "--ledger",
            publicKey,
            "--key",
            witnessKey,
            "--name",
            "police.example",
            "--seen",
            folder.resolve("seen")
        };
        CommandRun cosigned = done(witness);
        assertThat(cosigned.err()).contains("Cosigned 3 entries of ledger.example");
        Path line = file(folder, "line", cosigned.out());
        Path witnessPublic = folder.resolve("police.key.pub");
        String witnessPublicKey = Files.readString(witnessPublic).strip();
        assertThat(done("ledger", "checkpoint", ledger, "--add", line, "--witness", witnessPublicKey)
                        .out())
                .contains("\u2014 police.example ");
        assertThat(done("ledger", "checkpoint", ledger, "--add", line, "--witness", witnessPublic)
                        .out())
                .contains("\u2014 police.example ");
        assertThat(run(1, witness).err()).contains("[WITNESS-OTHER-SIZE] (WITNESS-REFUSED)");

        done("ledger", "append", ledger, entries);
        done("ledger", "checkpoint", ledger, "--key", key);
        Path proof = folder.resolve("entry.tlog-proof");
        done("ledger", "prove", ledger, "--entry", 1, "--since", kept, "--out", proof);
        CommandRun verified = done("verify", proof, "--key", publicKey, "--witness", witnessPublic, "--against", kept);
        assertThat(verified.out())
                .contains("\"outcome\":\"PERMITTED\"", "The witness police.example saw", "It verifies.")
                .containsPattern("So entry 1 was recorded before \\S+Z, if the clock of police.example was right")
                .contains("So entry 1 was recorded before you kept your checkpoint");
        assertThat(done("verify", proof).out()).contains("only the keeper's word");
        assertThat(done("verify", ledger, "--against", kept, "--json").out()).contains("\"sound\":true");

        Path nextKey = folder.resolve("next.key");
        done("ledger", "change-key", ledger, "--key", key, "--next", nextKey);
        assertThat(run(1, "ledger", "checkpoint", ledger, "--key", key).err()).contains("(KEY-RETIRED)");
        done("ledger", "checkpoint", ledger, "--key", nextKey, "--request", request, "--known", 3);
        assertThat(run(1, witness).err()).contains("ask for its file of keys");
        assertThat(done("verify", ledger, "--key", folder.resolve("town.key.pub"))
                        .out())
                .contains("holds 6 entries");
        Object[] again = witness.clone();
        again[4] = ledger.resolve("keys");
        assertThat(done(again).err()).contains("Cosigned 6 entries");
    }

    @Test
    void somebodyWhoChangesAnEntryIsFoundOut() throws IOException {
        begin();
        done("ledger", "append", ledger, file(folder, "entries.jsonl", ENTRY));
        Path kept = file(
                folder,
                "kept",
                done("ledger", "checkpoint", ledger, "--key", key).out());
        Path entries = ledger.resolve("entries");
        Files.writeString(entries, Files.readString(entries, ISO_8859_1).replace("REFUSED", "ALLOWED"), ISO_8859_1);
        CommandRun verified = run(1, "verify", ledger, "--against", kept, "--json");
        assertThat(verified.out()).contains("\"sound\":false", "LEDGER-DAMAGED");
    }

    @Test
    void writesNoProofThatWouldNotVerify() throws IOException {
        begin();
        done("ledger", "append", ledger, file(folder, "entries.jsonl", ENTRY));
        done("ledger", "append", ledger, file(folder, "later.jsonl", ENTRY));
        done("ledger", "checkpoint", ledger, "--key", key);
        Path entries = ledger.resolve("entries");
        Files.writeString(
                entries, Files.readString(entries, ISO_8859_1).replaceFirst("REFUSED", "ALLOWED"), ISO_8859_1);
        Path proof = folder.resolve("proof");
        assertThat(run(1, "ledger", "prove", ledger, "--entry", 0, "--out", proof)
                        .err())
                .contains("was not written", "./concordat verify " + ledger, "(LEDGER-DAMAGED)");
        assertThat(proof).doesNotExist();
    }

    @Test
    void saysThatNobodySawWhenAnEntryWasRecorded() throws IOException {
        begin();
        done("ledger", "append", ledger, file(folder, "entries.jsonl", ENTRY));
        done("ledger", "checkpoint", ledger, "--key", key);
        Path proof = folder.resolve("proof");
        assertThat(done("ledger", "prove", ledger, "--entry", 0, "--out", proof).out())
                .contains("No witness has cosigned the entry yet");
        assertThat(done("verify", proof).out()).contains("a checkpoint of 1 entry, at ");
    }

    @Test
    void refusesAFileWithOneWrongLineWhole() throws IOException {
        begin();
        Path entries = file(folder, "entries.jsonl", ENTRY + "{\"kind\":\"DECISION\",\"name\":\"Mary Smith\"}\n");
        CommandRun refused = run(1, "ledger", "append", ledger, entries);
        assertThat(refused.err())
                .contains("Line 2 of", "nothing of it was", "(ENTRIES-REFUSED)")
                .doesNotContain("Mary");
        assertThat(done("ledger", "append", ledger, file(folder, "none.jsonl", "\n"))
                        .out())
                .contains("nothing to record");
        assertThat(done("ledger", "append", ledger, file(folder, "one.jsonl", ENTRY))
                        .out())
                .isEqualTo("Recorded entry 0.\n");
    }

    @Test
    void theSecretKeyIsItsOwnersAlone() throws IOException {
        begin();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("town.key.pub")))
                .startsWith("ledger.example+")
                .doesNotContain("PRIVATE");
    }

    @Test
    void saysWhatIsWrongWithWhatItWasGiven() throws IOException {
        Path entry = file(folder, "entry", ENTRY);
        assertThat(run(3, "ledger", "append", ledger, entry).err()).contains("(LEDGER-NOT-FOUND)");
        assertThat(run(2, "ledger", "init", ledger, "--name", "two words", "--key", key)
                        .err())
                .contains("--name: a key's name is not empty and has neither spaces")
                .contains("(WRONG-USE)");
        begin();
        assertThat(run(3, "ledger", "append", ledger, folder.resolve("none")).err())
                .contains("(LEDGER-UNREADABLE)");
        assertThat(run(1, "ledger", "init", ledger, "--name", "ledger.example", "--key", key)
                        .err())
                .contains("(LEDGER-EXISTS)");
        assertThat(run(2, "ledger", "init", folder.resolve("other"), "--name", "other.example", "--key", key)
                        .err())
                .contains("that key is called ledger.example");
        assertThat(run(2, "ledger", "append", ledger).err()).contains("one of them");
        assertThat(run(1, "ledger", "checkpoint", ledger).err()).contains("(CHECKPOINT-MISSING)");
        assertThat(run(2, "ledger", "checkpoint", ledger, "--add", entry).err()).contains("go together");
        done("ledger", "append", ledger, entry);
        done("ledger", "checkpoint", ledger, "--key", key);
        Path out = folder.resolve("proof");
        assertThat(run(2, "ledger", "prove", ledger, "--entry", 7, "--out", out).err())
                .contains("from 0 to 0");
        assertThat(run(2, "ledger", "checkpoint", ledger, "--request", out, "--known", 7)
                        .err())
                .contains("cannot know 7");
        String publicKey = Files.readString(folder.resolve("town.key.pub")).strip();
        assertThat(run(1, "ledger", "checkpoint", ledger, "--add", entry, "--witness", publicKey)
                        .err())
                .contains("(NOTE-UNREADABLE)");
        assertThat(run(1, "verify", entry).out()).contains("(PROOF-UNREADABLE)");
        assertThat(run(3, "verify", folder.resolve("nowhere")).err()).contains("(LEDGER-UNREADABLE)");
        assertThat(run(1, "verify", folder).out()).contains("(LEDGER-UNREADABLE)");
        assertThat(done("ledger").out()).contains("The way through:");
        assertThat(Files.exists(out)).isFalse();
    }

    @Test
    void saysThatACrashHadCutOffTheLastBatch() throws IOException {
        begin();
        done("ledger", "append", ledger, file(folder, "entries.jsonl", ENTRY));
        Path entries = ledger.resolve("entries");
        byte[] whole = Files.readAllBytes(entries);
        Files.write(entries, Arrays.copyOf(whole, whole.length + 70)); // zeros, as a file system leaves them
        assertThat(done("ledger", "codes", ledger).err())
                .contains("A crash had cut off the last batch", "Its 70 bytes are set aside", "entry 1 or later");
        assertThat(done("ledger", "codes", ledger).err()).isEmpty();
        Files.write(entries, Arrays.copyOf(whole, whole.length - 1));
        assertThat(run(1, "ledger", "codes", ledger).err()).contains("(LEDGER-CUT-SHORT)");
    }

    @Test
    void anOutsiderIsShownTheTextsBehindADecision() throws IOException {
        begin();
        byte[] salt = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
        byte[] other = "fedcba9876543210fedcba9876543210".getBytes(UTF_8);
        Path request = file(folder, "request.yaml", "request: RQ-1\n");
        Path facts = file(folder, "facts.yaml", "facts: FA-1\n");
        String entry = ENTRY.replaceFirst(
                        "\"request\":\"[^\"]*\"",
                        "\"request\":\"%s\",\"facts\":\"%s\""
                                .formatted(
                                        SaltedHash.of(salt, Files.readAllBytes(request)),
                                        SaltedHash.of(other, Files.readAllBytes(facts))))
                .replaceFirst(
                        "\"reasons\":\"[^\"]*\"",
                        "\"reasons\":\"%s\""
                                .formatted(
                                        SaltedHash.of(salt, "{\"a\":[1,true],\"sentence\":\"No.\"}".getBytes(UTF_8))));
        done("ledger", "append", ledger, file(folder, "entries.jsonl", entry));
        done("ledger", "checkpoint", ledger, "--key", key);
        Path proof = folder.resolve("proof");
        done("ledger", "prove", ledger, "--entry", 0, "--out", proof);
        String keptText =
                """
                {"salts": {"request": "%1$s", "reasons": "%1$s", "facts": "%2$s"},
                 "answer": {"sentence": "No.", "a": [1, true]}}
                """.formatted(HexFormat.of().formatHex(salt), HexFormat.of().formatHex(other));
        Path kept = file(folder, "kept.json", keptText);
        assertThat(done("verify", proof, "--kept", kept, "--request", request, "--facts", facts)
                        .out())
                .contains("The answer in " + kept + " is the one that was recorded, word for word.", "It says: No.")
                .contains("The file " + request + ", as the decision's request, is the one that was recorded")
                .contains("The file " + facts + ", as the decision's facts, is the one that was recorded")
                .endsWith("It verifies.\n");
        assertThat(run(1, "verify", proof, "--kept", kept, "--request", facts).out())
                .contains("as the decision's request, is not the one", "(TEXT-OTHER)", "IT DOES NOT VERIFY");
        assertThat(run(1, "verify", proof, "--kept", file(folder, "other", keptText.replace("No.", "Yes.")))
                        .out())
                .contains("(TEXT-OTHER)");
        assertThat(run(1, "verify", proof, "--kept", request, "--json").out())
                .contains("\"code\":\"KEPT-UNREADABLE\"", "\"sound\":false");
        assertThat(run(1, "verify", proof, "--kept", file(folder, "bare", "{\"answer\":{}}"))
                        .out())
                .contains("(KEPT-UNREADABLE)");
        assertThat(run(1, "verify", proof, "--kept", file(folder, "short", keptText.replace("3031", "")))
                        .out())
                .contains("(TEXT-OTHER)");
        assertThat(run(3, "verify", proof, "--kept", folder.resolve("nowhere")).err())
                .contains("(LEDGER-UNREADABLE)");
        assertThat(run(2, "verify", proof, "--request", request).err()).contains("need --kept");
        assertThat(run(2, "verify", ledger, "--kept", kept).err()).contains("belongs to a proof");
        Path minutes = folder.resolve("minutes");
        done("ledger", "append", ledger, "--document", request, "--as", "minutes");
        done("ledger", "checkpoint", ledger, "--key", key);
        done("ledger", "prove", ledger, "--entry", 1, "--out", minutes);
        assertThat(run(1, "verify", minutes, "--kept", kept).out()).contains("The entry holds no hash of its reasons");
    }

    @Test
    void anEntryWithACodeThatNobodyAddedIsRefused() throws IOException {
        begin();
        Path smuggled = file(folder, "entries.jsonl", ENTRY.replace("tideford-council", "mary-smith"));
        CommandRun refused = run(1, "ledger", "append", ledger, smuggled);
        assertThat(refused.err())
                .contains("\"sender\" that is not the code of an organisation that is known here", "ledger codes")
                .doesNotContain("mary");
        CommandRun added = done("ledger", "codes", ledger, "--add", "organisation:sender-7", "--add", "dataset:rolls");
        assertThat(added.err()).contains("be sure that none of them names a person");
        assertThat(added.out())
                .contains(
                        "organisation sender-7\norganisation tideford-council\n",
                        "dataset rolls\n",
                        "rule AGREEMENT-ENDED\n")
                .contains("duty TELL-THE-PERSON\n", "document public-key\n");
        assertThat(done("ledger", "codes", ledger).out()).isEqualTo(added.out());
        done("ledger", "append", ledger, file(folder, "good.jsonl", ENTRY.replace("tideford-council", "sender-7")));
        assertThat(run(1, "ledger", "codes", ledger, "--add", "person:mary-smith")
                        .err())
                .contains("(CODES-UNREADABLE)")
                .doesNotContain("mary");
        assertThat(run(1, "ledger", "append", ledger, "--document", key, "--as", "mary-smith")
                        .err())
                .contains("(ENTRY-REFUSED)");
    }

    private void begin() {
        CommandRun init = done("ledger", "init", ledger, "--name", "ledger.example", "--key", key);
        assertThat(init.out()).contains("The ledger ledger.example begins in", "Its public key");
        done(
                "ledger",
                "codes",
                ledger,
                "--add",
                "organisation:tideford-council",
                "--add",
                "organisation:tideford-police",
                "--add",
                "purpose:prevent-harm");
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
