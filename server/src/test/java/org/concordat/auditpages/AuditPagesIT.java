package org.concordat.auditpages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.ledger.Witness;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.concordat.server.TestDatabase;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.auditlog.AuditlogAudit;
import org.concordat.server.auditlog.internal.Sequencer;
import org.concordat.server.auditlog.internal.UnusualReadings;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see of the audit log, and what anyone can check of the ledger. */
final class AuditPagesIT {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-30T09:15:30Z"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;
    private static String address;

    @BeforeAll
    static void start() {
        server = AuditPages.start(TestDatabase.migrated(), folder, new MovedClock());
        address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static final class MovedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(NOW.get());
        }
    }

    private static UUID recorded(String who, AuditlogAudit kind, String thing) {
        return Acting.as(
                Objects.requireNonNull(AuditPages.PEOPLE.get(who)),
                () -> Objects.requireNonNull(new TransactionTemplate(server.getBean(PlatformTransactionManager.class))
                        .execute(_ -> server.getBean(AuditLog.class)
                                .record(AuditEvent.of(kind)
                                        .about("thing", thing)
                                        .with("count", 7)))));
    }

    /** Everything is in the ledger, under a checkpoint. */
    private static void settled() {
        for (int i = 0; i < 2; i++) {
            NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
            server.getBean(Sequencer.class).round();
        }
    }

    private static HttpResponse<byte[]> asked(String who, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header(AuditPages.WHO, who)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(String who, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = asked(who, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), UTF_8);
    }

    private static HttpResponse<byte[]> sent(String who, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header(AuditPages.WHO, who)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void eventsAreFoundByWhoWhatWhenAndThing() throws Exception {
        recorded("practitioner", AuditlogAudit.PROOF_DOWNLOADED, "SOUGHT-1");
        recorded("officer", AuditlogAudit.WITNESS_ADDED, "SOUGHT-2");
        assertThat(text("auditor", "/audit-log")).contains("SOUGHT-1", "SOUGHT-2", "The practitioner");
        assertThat(text("auditor", "/audit-log?who=practit"))
                .contains("SOUGHT-1")
                .doesNotContain("SOUGHT-2");
        assertThat(text("auditor", "/audit-log?kind=auditlog.witness-added"))
                .contains("SOUGHT-2")
                .doesNotContain("SOUGHT-1");
        assertThat(text("auditor", "/audit-log?thing=SOUGHT-1&organisation=tideford-council"))
                .contains("SOUGHT-1")
                .doesNotContain("SOUGHT-2");
        assertThat(text("auditor", "/audit-log?from=2026-11-30&to=2026-12-01")).contains("SOUGHT-1");
        assertThat(text("auditor", "/audit-log?to=29/11/2026")).doesNotContain("SOUGHT");
        assertThat(text("practitioner", "/audit-log")).contains("SOUGHT-1").doesNotContain("SOUGHT-2");
        assertThat(asked("auditor", "/audit-log?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(asked("auditor", "/audit-log?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void whatOfficersLookForIsAnEventToo() throws Exception {
        text("officer", "/audit-log?thing=NOTHING");
        assertThat(text("auditor", "/audit-log?kind=auditlog.events-searched&who=officer"))
                .contains("The officer", "Looked for events");
    }

    @Test
    void eventsAreDownloadedAsAFileThatSpreadsheetsRead() throws Exception {
        UUID id = recorded("practitioner", AuditlogAudit.PROOF_DOWNLOADED, "IN-FILE");
        String csv = text("auditor", "/audit-log?thing=IN-FILE&as=csv");
        assertThat(csv).startsWith("\uFEFFNumber,When,Kind,What,Who,Role,").contains(id + ",2026-");
        assertThat(csv.lines()).hasSize(2);
    }

    @Test
    void anEventIsProvedToWhoeverHasThePublicKeyAlone() throws Exception {
        UUID id = recorded("practitioner", AuditlogAudit.PROOF_DOWNLOADED, "PROVED");
        settled();
        String page = text("practitioner", "/audit-log/events/" + id);
        assertThat(page).contains("Download the proof", "./concordat verify " + id + ".tlog-proof --key");
        assertThat(page).contains("What this page shows is what was recorded");

        String key = text("nobody", "/record/keys").strip();
        byte[] proof =
                asked("practitioner", "/audit-log/events/" + id + "/proof").body();
        Verdict verdict = LedgerVerifier.proof(proof, new Trust(key, List.of(), new byte[0]));
        assertThat(verdict.sound()).as(verdict.toString()).isTrue();

        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(asked("practitioner", "/audit-log/events/" + id + "/salt").body());
        byte[] line = asked("practitioner", "/audit-log/events/" + id + "/line").body();
        String fingerprint = HexFormat.of().formatHex(sha256.digest(line));
        assertThat(new String(line, UTF_8)).contains("PROVED");
        assertThat(verdict.findings().getFirst()).contains("salted:" + fingerprint);
    }

    @Test
    void anEventOfOthersIsToldFromNoneByNobody() throws Exception {
        UUID others = recorded("officer", AuditlogAudit.WITNESS_ADDED, "OTHERS");
        for (String what : List.of("", "/proof", "/line", "/salt")) {
            HttpResponse<byte[]> theirs = asked("practitioner", "/audit-log/events/" + others + what);
            HttpResponse<byte[]> none = asked("practitioner", "/audit-log/events/" + UUID.randomUUID() + what);
            assertThat(theirs.statusCode()).isEqualTo(404);
            assertThat(none.statusCode()).isEqualTo(404);
        }
        assertThat(asked("officer", "/audit-log/events/" + others).statusCode()).isEqualTo(200);
    }

    @Test
    void anyoneSeesHowTheLedgerStandsAndThatItOnlyGrew() throws Exception {
        recorded("officer", AuditlogAudit.WITNESS_ADDED, "BEFORE");
        settled();
        String earlier =
                text("nobody", "/record/checkpoint").lines().skip(1).findFirst().orElseThrow();
        recorded("officer", AuditlogAudit.WITNESS_ADDED, "AFTER");
        settled();
        String later =
                text("nobody", "/record/checkpoint").lines().skip(1).findFirst().orElseThrow();
        assertThat(text("nobody", "/record")).contains("ledger.tideford.example", "entries, signed on");
        assertThat(text("nobody", "/record/comparison?one=" + later + "&other=" + earlier))
                .contains("unchanged and in the same order");
        assertThat(WitnessRequest.parse(asked("nobody", "/record/comparison/proof?one=" + earlier + "&other=" + later)
                                .body())
                        .checkpoint()
                        .checkpoint()
                        .size())
                .isEqualTo(Long.parseLong(later));
        assertThat(asked("nobody", "/record/comparison?one=999999999&other=" + earlier)
                        .statusCode())
                .isEqualTo(422);
        assertThat(asked("nobody", "/record/checkpoints/999999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWitnessIsTakenOnAskedAndAnswers() throws Exception {
        recorded("officer", AuditlogAudit.WITNESS_ADDED, "WITNESSED");
        settled();
        SigningKey police = SigningKey.of(
                "police.example", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        assertThat(sent("administrator", "/record/witnesses", Map.of("key", "no key"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(sent(
                                "administrator",
                                "/record/witnesses",
                                Map.of("key", police.cosigner().toString()))
                        .statusCode())
                .isEqualTo(302);
        byte[] request = sent("administrator", "/record/witnesses/request", Map.of("witness", "police.example"))
                .body();
        LedgerKeys keys = LedgerKeys.parse(asked("nobody", "/record/keys").body());
        var answer = (Witness.Answer.Cosigned) new Witness(police)
                .answer(WitnessRequest.parse(request), keys, Optional.empty(), Instant.parse("2026-11-30T12:00:00Z"));
        assertThat(sent(
                                "administrator",
                                "/record/witnesses/cosignature",
                                Map.of("witness", "police.example", "line", "no line"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(sent(
                                "administrator",
                                "/record/witnesses/cosignature",
                                Map.of(
                                        "witness",
                                        "police.example",
                                        "line",
                                        answer.line().line()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(text("nobody", "/record")).contains("police.example", "30 November 2026, 12:00:00");
    }

    @Test
    void everyKindOfEventIsListedWithItsSentence() throws Exception {
        String page = text("practitioner", "/audit-log/kinds");
        for (AuditlogAudit kind : AuditlogAudit.values()) {
            assertThat(page).contains(kind.code() + "<");
        }
        assertThat(page).contains("Took a witness on", "parties.role-given");
    }

    @Test
    void pagesAreFitForEverybodyWideAndNarrow() throws Exception {
        for (int i = 0; i < 40; i++) {
            recorded("practitioner", AuditlogAudit.EVENTS_SEARCHED, "READ-" + i);
        }
        NOW.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        Acting.asServer("test", () -> server.getBean(UnusualReadings.class).notice());
        settled();
        UUID id = recorded("officer", AuditlogAudit.WITNESS_ADDED, "SEEN");
        settled();
        String unusual = text("auditor", "/audit-log/unusual-reading");
        int at = unusual.indexOf("/audit-log/unusual-reading/");
        String one = unusual.substring(at, unusual.indexOf('"', at));
        String size =
                text("nobody", "/record/checkpoint").lines().skip(1).findFirst().orElseThrow();
        try (Browser browser = Browser.startOrSkip("the pages of the audit log")) {
            for (int width : List.of(Browser.WIDE, Browser.NARROW)) {
                look(browser, width, "auditor", "/audit-log", "audit-log");
                look(browser, width, "practitioner", "/audit-log?thing=NOTHING", "audit-log-empty");
                look(browser, width, "auditor", "/audit-log/events/" + id, "audit-log-event");
                look(browser, width, "auditor", "/audit-log/kinds", "audit-log-kinds");
                look(browser, width, "officer", "/audit-log/unusual-reading", "audit-log-unusual");
                look(browser, width, "officer", one, "audit-log-unusual-one");
                look(browser, width, "nobody", "/record", "record");
                look(browser, width, "nobody", "/record/comparison?one=x", "record-wrong");
                look(
                        browser,
                        width,
                        "nobody",
                        "/record/comparison?one=" + size + "&other=" + size,
                        "record-comparison");
                look(browser, width, "administrator", "/record/witnesses", "record-witnesses");
            }
            writesDownWhatWasFound(browser, one);
        }
    }

    private static void look(Browser browser, int width, String who, String path, String name) {
        try (Visit visit = browser.visit(width)) {
            visit.page().setExtraHTTPHeaders(Map.of(AuditPages.WHO, who));
            visit.open(address + path);
            visit.picture(name);
            visit.unfold().check();
            if (!name.endsWith("-wrong")) {
                visit.walk(); // where something is wrong the page itself puts the focus on what
            }
        }
    }

    private static void writesDownWhatWasFound(Browser browser, String path) {
        try (Visit visit = browser.visitWithoutScripts(Browser.NARROW)) {
            visit.page().setExtraHTTPHeaders(Map.of(AuditPages.WHO, "officer"));
            visit.open(address + path);
            visit.page().click("button:has-text('Write down')");
            assertThat(visit.page().content()).contains("Choose whether it is explained", "Write what you found");
            visit.page().check("#outcome");
            visit.page().fill("#words", "Prepared the monthly meeting.");
            visit.page().click("button:has-text('Write down')");
            assertThat(visit.page().content()).contains("What you found is written down");
        }
    }
}
