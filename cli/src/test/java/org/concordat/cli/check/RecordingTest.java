package org.concordat.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.cli.CommandRun.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import org.concordat.cli.CommandRun;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.SaltedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A decision goes into a ledger, or is not shown. */
final class RecordingTest {
    private final Desk desk;

    RecordingTest(@TempDir Path at) throws IOException {
        this.desk = new Desk(at);
    }

    @Test
    void theReasonForSeriousHarmIsNeverShown() throws IOException {
        Files.writeString(desk.request, Desk.HARM);
        Path ledger = desk.ledger();
        Path kept = desk.at.resolve("kept.json");
        CommandRun text = Desk.run(0, desk.words("--record", ledger, "--keep", kept));
        CommandRun machines = Desk.run(0, desk.words("--json"));
        assertThat(text.out()).contains("PERMITTED.", "within one working day");
        assertThat(text.out() + text.err() + machines.out() + machines.err() + Files.readString(kept))
                .doesNotContain("Marsh", "Mill Lane", "jump");
        Files.writeString(desk.request, Desk.HARM.replace("life-and-death: no", "life-and-death: perhaps"));
        CommandRun wrong = Desk.run(3, desk.words());
        assertThat(wrong.err()).contains("(WORD-UNKNOWN)").doesNotContain("Marsh", "Mill Lane");
    }

    @Test
    void recordsTheDecisionAndKeepsWhatOpensIt() throws IOException {
        Path ledger = desk.ledger();
        Path kept = desk.at.resolve("kept.json");
        String answer = Desk.said(0, desk.words("--record", ledger, "--keep", kept));
        assertThat(answer)
                .contains("PERMITTED.")
                .contains("Recorded as entry 0 of the ledger")
                .contains("./concordat ledger prove " + ledger + " --entry 0")
                .doesNotContain("not recorded");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        JsonNode opens = JsonMapper.shared().readTree(Files.readString(kept));
        Map<?, ?> entry = proved(ledger);
        assertThat(entry.get("decision")).isEqualTo(opens.get("decision").asString());
        assertThat(entry.get("outcome")).isEqualTo("PERMITTED");
        assertThat(entry.get("day")).isEqualTo(Desk.DAY);
        assertThat(entry.get("emergency")).isEqualTo(false);
        assertThat(entry.get("request"))
                .isEqualTo(SaltedHash.of(salt(opens, "request"), Files.readAllBytes(desk.request)));
        assertThat(entry.get("facts")).isEqualTo(SaltedHash.of(salt(opens, "facts"), Files.readAllBytes(desk.facts)));
        byte[] canonical = CanonicalJson.of(opens.get("answer").toString().getBytes(UTF_8));
        assertThat(entry.get("reasons")).isEqualTo(SaltedHash.of(salt(opens, "reasons"), canonical));
        assertThat(entry.toString()).doesNotContain("home-helper", "mobility", "ward-3");

        // A decision not to share is recorded like any other.
        desk.ask("mobility", "diagnosis");
        JsonNode refused =
                Desk.json(1, desk.words("--json", "--record", ledger, "--keep", desk.at.resolve("second.json")));
        assertThat(refused.at("/recorded/entry").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws IOException {
        Path kept = desk.at.resolve("kept.json");
        CommandRun noLedger = Desk.run(3, desk.words("--record", desk.at.resolve("nowhere"), "--keep", kept));
        assertThat(noLedger.out()).isEmpty();
        assertThat(noLedger.err())
                .contains("no answer is given", "(DECISION-NOT-RECORDED)", "There is no ledger in")
                .doesNotContain("PERMITTED");
        assertThat(kept).doesNotExist();

        Path ledger = desk.ledger();
        file(desk.at, "kept.json", "mine");
        CommandRun there = Desk.run(2, desk.words("--record", ledger, "--keep", kept));
        assertThat(there.out()).isEmpty();
        assertThat(there.err()).contains("(OUT-EXISTS)");
        assertThat(Files.readString(kept)).isEqualTo("mine");

        CommandRun nowhere =
                Desk.run(3, desk.words("--json", "--record", ledger, "--keep", desk.at.resolve("no/kept.json")));
        assertThat(nowhere.out()).isEmpty();
        assertThat(nowhere.err()).contains("(OUT-NOT-WRITABLE)");

        Files.writeString(ledger.resolve("keys"), "nonsense");
        CommandRun damaged = Desk.run(3, desk.words("--record", ledger, "--keep", desk.at.resolve("other.json")));
        assertThat(damaged.out()).isEmpty();
        assertThat(damaged.err()).contains("(DECISION-NOT-RECORDED)");
        assertThat(CommandRun.namesIn(desk.at))
                .doesNotContain("other.json")
                .noneMatch(name -> name.contains("being-written"));

        assertThat(Desk.run(2, desk.words("--record", ledger)).err()).contains("--record and --keep go together");
        assertThat(Desk.run(2, desk.words("--keep", kept)).err()).contains("--record and --keep go together");
    }

    /** The entry as an outsider gets it. */
    private Map<?, ?> proved(Path ledger) {
        Desk.run(0, "ledger", "checkpoint", ledger, "--key", desk.at.resolve("ledger.key"));
        Path proof = desk.at.resolve("proof");
        Desk.run(0, "ledger", "prove", ledger, "--entry", 0, "--out", proof);
        String verified = Desk.said(0, "verify", proof);
        String entry = verified.substring(verified.indexOf('{'), verified.lastIndexOf('}') + 1);
        return JsonMapper.shared().readValue(entry, Map.class);
    }

    private static byte[] salt(JsonNode kept, String name) {
        return HexFormat.of().parseHex(kept.at("/salts/" + name).asString());
    }
}
