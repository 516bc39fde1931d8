package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.FOLDER;
import static org.concordat.policy.decide.Requests.allAsWanted;
import static org.concordat.policy.decide.Requests.on;
import static org.concordat.policy.decide.Requests.single;

import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.LawfulBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One made-up row, changed in one place at a time; the council tells the police a child's name and school year. */
final class GatewaysTest {

    private static final String ROW = """
            law-pack: uk
            version: "2026-1"
            rows:
              - id: made-up
                provision: A provision made up for this test
                kind: power
                nations: [england]
                verified: v
                in-force: yes
                from: {kinds: [council]}
                to: {kinds: [police]}
                for: [child-well-being]
                limits: None.
                link: https://example.org/
            """;

    @Test
    void permitsUnderARowThatCoversEverything() {
        assertThat(decide(ROW)).isInstanceOf(Permitted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: power -> kind: exemption",
                "kind: power -> kind: confidence",
                "kind: power -> kind: object",
                "kind: power -> kind: compatibility",
                "nations: [england] -> nations: [wales, scotland, northern-ireland]",
                "in-force: yes -> in-force: no",
                "limits: -> in-force-from: 2026-06-02\n    limits:",
                "limits: -> in-force-to: 2026-05-31\n    limits:",
                "kinds: [council] -> kinds: [fire-authority]",
                "{kinds: [council]} -> {listed: yes}",
                "kinds: [police] -> kinds: [probation]",
                "for: [child-well-being] -> for: [fire-safety]",
                "limits: -> within-one-organisation: yes\n    limits:",
                "limits: -> only-origins: [social-security]\n    limits:",
                "limits: -> only-forms: [aggregated]\n    limits:",
                "limits: -> only-details: [name]\n    limits:",
                "limits: -> excludes: [{personal: yes}]\n    limits:",
                "limits: -> excludes: [{senders: [council], personal: yes}]\n    limits:",
                "limits: -> excludes: [{origins: [ordinary]}]\n    limits:",
                "limits: -> excludes: [{classes: [identifier]}]\n    limits:",
            })
    void refusesUnderARowThatMissesOneThing(String change) {
        assertThat(decide(changed(change)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.NO_GATEWAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: power -> kind: duty",
                "kind: power -> kind: implied-power",
                "limits: -> in-force-from: 2026-06-01\n    in-force-to: 2026-06-01\n    limits:",
                "{kinds: [council]} -> {anyone: yes}",
                "for: [child-well-being] -> any-purpose: yes",
                "for: -> verified-on: 2026-01-01\n    for:",
                "limits: -> only-origins: [ordinary]\n    limits:",
                "limits: -> only-forms: [identified]\n    limits:",
                "limits: -> only-details: [name, other]\n    limits:",
                "limits: -> excludes: [{senders: [fire-authority], personal: yes}]\n    limits:",
                "limits: -> excludes: [{sensitivities: [criminal]}]\n    limits:",
                "limits: -> requires: [conditions-met]\n    limits:",
            })
    void permitsUnderARowThatStillCoversIt(String change) {
        assertThat(decide(changed(change))).isInstanceOf(Permitted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verified: v -> verified: p",
                "verified: v -> verified: n",
                "in-force: yes -> in-force: unknown",
                "in-force: yes -> in-force: as-enacted",
            })
    void needsAnOfficerForARowThatDoesNotCountByItself(String change) {
        assertThat(decide(changed(change))).isInstanceOf(NeedsFacts.class);
    }

    @Test
    void worksInBothDirectionsOnlyWhereTheRowSaysSo() {
        String reversed =
                ROW.replace("[council]", "[x]").replace("[police]", "[council]").replace("[x]", "[police]");
        assertThat(decide(reversed)).isInstanceOf(Refused.class);
        assertThat(decide(reversed.replace("    limits:", "    mutual: yes\n    limits:")))
                .isInstanceOf(Permitted.class);
    }

    @Test
    void theUseLimitOfARowTravels() {
        var permitted = (Permitted) decide(changed("limits: -> use-limited: yes\n    limits:"));
        assertThat(permitted.duties()).contains(new Duty.UseLimitTravels("made-up", "None."));
    }

    private static String changed(String change) {
        String[] parts = change.split(" -> ", 2);
        assertThat(ROW).contains(parts[0]);
        return ROW.replace(parts[0], parts[1]);
    }

    private static Decision decide(String file) {
        Request request = on(single(), new Ground.Single(Requests.law("made-up", LawfulBasis.PUBLIC_TASK)));
        return new Decider().decide(request, new Facts(FOLDER, Packs.ukWith(file), allAsWanted()));
    }
}
