package org.concordat.server.agreements;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long pages of the register take with 20,000 documents of 500 organisations, over HTTP and with row-level security. Not run
 * with the tests: name it with {@code -Dit.test=RegisterBenchmark}. Asserts nothing.
 */
final class RegisterBenchmark {

    private static final int ORGANISATIONS = 500;
    private static final int DOCUMENTS = 20_000;
    private static final int ROUNDS = 25;
    private static final List<String> PAGES = List.of(
            "/agreements",
            "/agreements?page=200",
            "/agreements?sort=review",
            "/agreements?words=17",
            "/agreements?state=ended",
            "/organisations",
            "/register",
            "/");

    @Test
    void millisecondsAPage(@TempDir Path folder) throws Exception {
        try (AgreementsAtWork at = new AgreementsAtWork(folder);
                HttpClient client = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            fill(at);
            get(
                    client,
                    at.signIn(AgreementsAtWork.actor("organisation-number-1", Role.INFORMATION_GOVERNANCE_OFFICER)));
            for (String page : PAGES) {
                measure(client, at.address(page), page);
            }
        }
    }

    private static void fill(AgreementsAtWork at) {
        for (int i = 0; i < ORGANISATIONS; i++) {
            String name = "Organisation Number " + i;
            Acting.asServer(
                    "fill",
                    () -> at.get(Organisations.class)
                            .add(
                                    name,
                                    EnumSet.of(OrganisationKind.COUNCIL),
                                    Nation.ENGLAND,
                                    Organisation.Controller.unknown(),
                                    false));
        }
        at.owner()
                .sql("""
                        insert into agreements.document (code, tier, steward, made_at)
                        select 'SC-' || n, 'schedule', 'organisation-number-' || n % :organisations, now()
                        from generate_series(1, :documents) n
                        """)
                .param("organisations", ORGANISATIONS)
                .param("documents", DOCUMENTS)
                .update();
        at.owner()
                .sql("""
                        insert into agreements.version (document, number, state, title, text, parties, starts_on, ends_on, review_by,
                            is_public, fingerprint, made_at)
                        select 'SC-' || n, 1, case when n % 4 = 0 then 'ended' else 'in-force' end, 'Schedule number ' || n,
                            repeat('A text of usual length. ', 250),
                            array ['organisation-number-' || n % :organisations, 'organisation-number-' || (n + 1) % :organisations,
                                'organisation-number-' || (n + 7) % :organisations],
                            date '2026-01-01', date '2027-12-31', date '2026-07-01' + n % 500, n % 2 = 0,
                            encode(sha256(n::text::bytea), 'hex'), now()
                        from generate_series(1, :documents) n
                        """)
                .param("organisations", ORGANISATIONS)
                .param("documents", DOCUMENTS)
                .update();
        at.owner().sql("analyze").update();
    }

    private static void measure(HttpClient client, String address, String page) throws Exception {
        var times = new ArrayList<Long>();
        int status = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long before = System.nanoTime();
            status = get(client, address);
            if (round > 0) {
                times.add(System.nanoTime() - before);
            }
        }
        Collections.sort(times);
        System.out.printf(
                "%s: status %d, median %.0f ms, slowest %.0f ms%n",
                page, status, times.get(ROUNDS / 2) / 1e6, times.getLast() / 1e6);
    }

    private static int get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .statusCode();
    }
}
