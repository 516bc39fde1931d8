package org.concordat.cli.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.cli.CommandRun.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer does with a folder of agreements, from the first key to the question what would stop. */
final class AgreementsCommandsTest {
    private static final String DAY = "2026-03-02";

    private final Path at;
    private final Path town;
    private final Path key;

    AgreementsCommandsTest(@TempDir Path at) {
        this.at = at;
        this.town = at.resolve("town");
        this.key = at.resolve("trust.key");
    }

    @Test
    void lintSaysEverythingByFileAndLine() throws IOException {
        Harbour.asWritten().writeTo(town);
        CommandRun sound = run(0, "agreements", "lint", town);
        assertThat(sound.out()).contains("Notice.", "(PARTY-UNSIGNED)", "19 files, no problems.");
        file(town, "role-home-helper.yaml", "role: home-helper\nnames: home helper\n");
        file(town, "bomb.yaml", "a: &a [x]\nb: [*a, *a]\n");
        CommandRun found = run(1, "agreements", "lint", town);
        assertThat(found.out())
                .contains("bomb.yaml:1: The file uses an anchor (&).", "(YAML-ALIAS)")
                .contains(
                        "role-home-helper.yaml:2: 'names' is no field of 'role'. Did you mean 'name'? (FIELD-UNKNOWN)")
                .contains("20 files, 3 problems. The folder cannot be used.");
        assertThat(run(1, "agreements", "lint", town, "--json").out())
                .contains("\"sound\":false", "\"file\":\"bomb.yaml\"", "\"line\":1", "\"code\":\"YAML-ALIAS\"");
        assertThat(run(0, "agreements").out()).contains("The way through:");
    }

    @Test
    void aKeySignsAndItsSecretIsNeverShownOrOverwritten() throws IOException {
        String made = key();
        assertThat(made).contains("\n  " + KeyPrint.of(Base64.getDecoder().decode(publicKey())));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(made).contains("\nsignatories:\n  - id: ");
        String secret = Files.readString(key);
        assertThat(made).doesNotContain(secret.lines().toList().get(1));
        assertThat(run(2, "agreements", "new-key", key).err()).contains("(OUT-EXISTS)");
        assertThat(Files.readString(key)).isEqualTo(secret);
        Files.delete(key);
        assertThat(run(2, "agreements", "new-key", key).err()).contains("trust.key.pub exists already");
        assertThat(key).doesNotExist();
        assertThat(run(3, "agreements", "new-key", at.resolve("no/where.key")).err())
                .contains("There is no folder " + at.resolve("no"), "where.key", "(OUT-NOT-WRITABLE)")
                .doesNotContain("--out");
    }

    @Test
    void saysOfADayThatDoesNotExistNothingInWordsOfJava() {
        assertThat(run(2, "agreements", "show", town, "--on", "2026-02-30").err())
                .contains(
                        "Invalid value for option '--on': '2026-02-30' is no day of the calendar; write one as 2026-03-31.")
                .doesNotContain("java");
    }

    @Test
    void signingShowsWhatIsSignedAndHoldsUntilItChanges() throws IOException {
        writeWithKey();
        CommandRun signed = sign(0);
        assertThat(signed.out().replaceAll("\\s+", " "))
                .contains("schedule SC-1, version 2: Daily list of discharges")
                .contains(
                        "between Tideford Hospital (trust, sole-controller), Tideford Council (council, sole-controller)")
                .contains("shares address, birth-date, discharge-day, mobility, name, nhs-number of discharges")
                .contains("fingerprint ")
                .contains("Signed for trust by trust-chief (Chief executive) on 2026-03-02, which is not today.");
        assertThat(CommandRun.namesIn(town))
                .filteredOn(name -> name.startsWith("signature-SC-1-trust-trust-chief-"))
                .hasSize(1);
        Path keys = file(at, "keys.yaml", """
                trusted-keys: ours
                keys:
                  - {organisation: trust, signatory: trust-chief, key: "%s", checked-on: 2026-03-01, checked-by: me, how: By telephone.}
                """.formatted(publicKey()));
        assertThat(run(0, "agreements", "show", town, "--trusted-keys", keys, "--on", DAY)
                        .out())
                .contains("trust (sole-controller, sender): signed\n");
        assertThat(run(0, "agreements", "show", town, "--on", DAY).out())
                .contains("trust (sole-controller, sender): signed with a key that nobody has checked\n");
        assertThat(sign(2).err()).contains("has signed 'SC-1' as it stands already", "(OUT-EXISTS)");
        Path schedule = town.resolve("schedule-sc-1.yaml");
        Files.writeString(schedule, Files.readString(schedule).replace("shared-days: 90", "shared-days: 900"));
        assertThat(run(0, "agreements", "show", town, "--trusted-keys", keys, "--on", DAY)
                        .out())
                .contains("trust (sole-controller, sender): NOT SIGNED as it stands now: changed since\n");
        sign(0);
        assertThat(run(0, "agreements", "show", town, "--trusted-keys", keys, "--on", DAY)
                        .out())
                .contains("trust (sole-controller, sender): signed\n");
    }

    @Test
    void signsNothingThatIsNotInOrder() throws IOException {
        writeWithKey();
        Path other = at.resolve("other.key");
        run(0, "agreements", "new-key", other);
        assertThat(signWith(1, "SC-1", "trust", "trust-chief", other, DAY).err())
                .contains("is not the key that the file of 'trust' gives", "(SIGNING-KEY-OTHER)");
        assertThat(signWith(1, "SC-9", "trust", "trust-chief", key, DAY).err())
                .contains("'SC-9'", "It has: AG-1, PR-1, SC-1, SC-2.", "(CANNOT-SIGN)");
        assertThat(signWith(1, "SC-1", "charity", "charity-chief", key, DAY).err())
                .contains("'charity' is no party of 'SC-1'. Its parties are: trust, council.");
        assertThat(signWith(1, "SC-1", "trust", "nobody", key, DAY).err())
                .contains("has no signatory 'nobody'. It has: trust-chief, trust-caldicott.");
        assertThat(signWith(1, "SC-1", "trust", "trust-caldicott", key, DAY).err())
                .contains("may sign from 2024-06-01 to 2025-12-31, not on 2026-03-02");
        assertThat(signWith(1, "SC-2", "trust", "trust-chief", key, "2026-06-01")
                        .err())
                .contains("'SC-2' ended on 2026-05-31");
        assertThat(signWith(3, "SC-1", "trust", "trust-chief", at.resolve("no.key"), DAY)
                        .err())
                .contains("(FILE-MISSING)");
        Path noKey = file(at, "no-key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(noKey, PosixFilePermissions.fromString("rw-------"));
        assertThat(signWith(1, "SC-1", "trust", "trust-chief", noKey, DAY).err())
                .contains("(SIGNING-KEY-UNREADABLE)");
        // The public half may be read by anybody: whoever names it by mistake is not told to hide it.
        assertThat(signWith(1, "SC-1", "trust", "trust-chief", at.resolve("trust.key.pub"), DAY)
                        .err())
                .contains("ends in .pub", "(SIGNING-KEY-UNREADABLE)");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(sign(1).err()).contains("chmod 600", "(KEY-EXPOSED)");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        file(town, "broken.yaml", "role: x\n");
        assertThat(sign(3).err()).contains("broken.yaml:1:", "(FOLDER-UNUSABLE)");
        assertThat(CommandRun.namesIn(town)).noneMatch(name -> name.contains("signature-"));
    }

    @Test
    void showsTheRegisterOneDocumentAndOneOrganisation() throws IOException {
        Harbour.halfSigned().writeTo(town);
        Path keys = file(at, "keys.yaml", Harbour.trustedFile());
        String register = run(0, "agreements", "show", town, "--trusted-keys", keys, "--on", "2026-12-20")
                .out();
        assertThat(register)
                .contains("protocol PR-1, version 1:", "  agreement AG-1, version", "    schedule SC-1, version 2:")
                .contains("trust (sole-controller, sender): signed\n")
                .contains("council (sole-controller, receiver): NOT SIGNED, only a name typed\n")
                .contains("ENDED on 2026-05-31")
                .contains("Due for review\n  The review of 'SC-1' was due on 2026-12-01, 19 days ago.");
        assertThat(run(0, "agreements", "show", town, "SC-1", "--on", "2026-12-20")
                        .out())
                .contains("schedule SC-1, version 2: Daily list of discharges\n  within AG-1\n")
                .contains("signed with a key that nobody has checked")
                .contains("\nsafeguards:\n  suppress-below: 10\n")
                .contains("\n  - organisation: trust\n    role: sole-controller\n")
                .contains("\nforms: identified, aggregated\n");
        assertThat(run(0, "agreements", "show", town, "trust").out())
                .contains("organisation trust: Tideford Hospital", "signatory trust-chief, Chief executive")
                .containsPattern("\n    ([0-9a-f]{4} ){7}[0-9a-f]{4}\n");
        assertThat(run(2, "agreements", "show", town, "SC-9").err()).contains("(DOCUMENT-UNKNOWN)");
    }

    @Test
    void showsWhoJoinedByWhichAccessionAndWhoseSignatureItWants() throws IOException {
        Harbour.joined().writeTo(town);
        Path keys = file(at, "keys.yaml", Harbour.trustedFile());
        String register = run(0, "agreements", "show", town, "--trusted-keys", keys, "--on", DAY)
                .out()
                .replaceAll("\\s+", " ");
        assertThat(register)
                .contains("moor-trust (sole-controller, sender, joins on 2026-03-15, by accession AC-SC-1-moor-trust):")
                .contains("NO PARTY until its accession is signed by moor-council");
        assertThat(run(0, "agreements", "show", town, "AC-SC-1-moor-trust", "--trusted-keys", keys)
                        .out())
                .contains("accession AC-SC-1-moor-trust: The moor-trust (moor-trust) to SC-1\n")
                .contains("  shares address, name of moor-list, for discharges\n")
                .contains("  council signs the accession: signed\n")
                .contains("  moor-trust signs the accession: signed with a key that nobody has checked\n")
                .contains("\ndatasets:\n  - dataset: moor-list\n");
        assertThat(run(0, "agreements", "show", town, "SC-1").out().replaceAll("\\s+", " "))
                .contains("joined later, which no signature of it covers: The moor-trust (moor-trust, sole-controller,"
                        + " by AC-SC-1-moor-trust)");
    }

    @Test
    void anAccessionIsSignedByWhoeverMustAndByNobodyElse() throws IOException {
        key();
        Harbour written = Harbour.joined();
        written.with("organisation-moor-trust", keyLine(written, "organisation-moor-trust"), "key: " + publicKey())
                .writeTo(town);
        assertThat(signWith(1, "AC-SC-1-moor-trust", "trust", "trust-chief", key, DAY)
                        .err())
                .contains(
                        "'trust' need not sign accession 'AC-SC-1-moor-trust'. It is signed by: council, moor-trust.");
        assertThat(signWith(0, "AC-SC-1-moor-trust", "moor-trust", "moor-trust-chief", key, DAY)
                        .out())
                .contains("accession AC-SC-1-moor-trust: The moor-trust (moor-trust) to SC-1");
    }

    private static String keyLine(Harbour written, String name) {
        String file = written.file(name);
        int from = file.indexOf("key: ");
        return file.substring(from, file.indexOf('\n', from));
    }

    @Test
    void showsTheLawWithItsMarksAndAVerificationToCopy() {
        assertThat(run(0, "agreements", "law").out())
                .containsPattern("hsca-2012-s251b +duty +v +unknown +Health and Social Care Act 2012 s.251B\n")
                .containsPattern("own-objects +object +s +yes ");
        assertThat(run(0, "agreements", "law", "hsca-2012-s251b").out())
                .contains("asks for: in-best-interests, likely-to-help-care, person-objects")
                .contains("It does not count by itself.")
                .contains("    row: hsca-2012-s251b\n    fingerprint: "
                        + Harbour.UK.row("hsca-2012-s251b").orElseThrow().fingerprint() + "\n    officer: #");
        assertThat(run(0, "agreements", "law", "own-objects").out()).endsWith("It counts by itself.\n");
        assertThat(run(0, "agreements", "law", "dpa-2018-s171").out())
                .contains("forbids: identifying people again", "not when: controller-consents")
                .endsWith("It restricts as it stands, whatever its mark.\n");
        assertThat(run(2, "agreements", "law", "magna-carta").err()).contains("(ROW-UNKNOWN)");
        for (String row : Harbour.UK.rows().keySet()) {
            assertThat(run(0, "agreements", "law", row).out()).contains("(" + row + ")", "limits: ");
        }
    }

    @Test
    void saysWhatToOfferAndWhatWouldStop() throws IOException {
        List<String> parties = List.of("trust", "council");
        Harbour.asWritten()
                .signed("PR-1", parties)
                .signed("AG-1", parties)
                .signed("SC-1", parties)
                .writeTo(town);
        Path keys = file(at, "keys.yaml", Harbour.trustedFile());
        String offer = run(
                        0, "agreements", "offer", town, "--trusted-keys", keys, "--on", DAY, "--organisation", "trust")
                .out();
        assertThat(offer)
                .contains("Nothing here is a permission", "Tideford Hospital (trust)\n  It may send\n")
                .doesNotContain("Tideford Council (council)");
        assertThat(run(2, "agreements", "offer", town, "--organisation", "nobody")
                        .err())
                .contains("(ORGANISATION-UNKNOWN)");
        String impact = impact(0, keys, "row:hsca-2012-s251b").out();
        assertThat(impact.replaceAll("\\s+", " "))
                .contains("If the row 'hsca-2012-s251b' of the law pack were repealed")
                .contains("What stops - ");
        assertThat(impact(0, keys, "party:council").out()).contains("left every agreement");
        assertThat(impact(0, keys, "party:council/SC-1").out()).contains("left 'SC-1'");
        assertThat(impact(0, keys, "agreement:AG-1").out()).contains("'AG-1' lapsed");
        assertThat(impact(0, keys, "key:trust/trust-chief").out()).contains("What would lack something");
        assertThat(impact(0, keys, "verification:v-251b").out()).contains("What would lack something");
        assertThat(impact(2, keys, "agreement:SC-9").err()).contains("'SC-9'", "(CHANGE-UNKNOWN)");
        assertThat(impact(2, keys, "key:trust").err()).contains("has no signatory ''", "(CHANGE-UNKNOWN)");
        assertThat(impact(2, keys, "gossip").err()).contains("begin with agreement:", "(WRONG-USE)");
    }

    @Test
    void printsFilesToFillIn() {
        assertThat(run(0, "agreements", "new", "team").out())
                .contains("\n# Its id. An id, such as SA-1.\nteam:\n", "\nkinds: []\n");
        assertThat(run(2, "agreements", "new", "request").err()).contains("./concordat check --template");
    }

    private CommandRun impact(int exitCode, Path keys, String without) {
        return run(exitCode, "agreements", "impact", town, "--trusted-keys", keys, "--on", DAY, "--without", without);
    }

    private CommandRun sign(int exitCode) {
        return signWith(exitCode, "SC-1", "trust", "trust-chief", key, DAY);
    }

    private CommandRun signWith(
            int exitCode, String document, String organisation, String signatory, Path with, String on) {
        return run(
                exitCode,
                "agreements",
                "sign",
                town,
                document,
                "--organisation",
                organisation,
                "--signatory",
                signatory,
                "--key",
                with,
                "--on",
                on);
    }

    private String key() {
        return run(0, "agreements", "new-key", key).out();
    }

    private String publicKey() throws IOException {
        return Files.readString(at.resolve("trust.key.pub")).strip();
    }

    /** The town with the trust's new key in its file. */
    private void writeWithKey() throws IOException {
        key();
        Harbour written = Harbour.asWritten();
        written.with("organisation-trust", keyLine(written, "organisation-trust"), "key: " + publicKey())
                .writeTo(town);
    }

    private static CommandRun run(int exitCode, Object... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode())
                .as("%s%n%s%n%s", List.of(words), run.out(), run.err())
                .isEqualTo(exitCode);
        return run;
    }
}
