package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.FolderExport;
import org.concordat.server.agreements.internal.NamedText;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.ZippedTexts;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Question;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementsIT {

    private static final String PLAYBOOK = "c5-patient-listing";
    private static final Actor.InRole GOVERNANCE =
            AgreementsAtWork.actor("council", Role.INFORMATION_GOVERNANCE_OFFICER);
    private static final Actor.InRole OFFICER = AgreementsAtWork.actor("council", Role.INFORMATION_SHARING_OFFICER);

    private static AgreementsAtWork at;
    private static Tideford town;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        at = new AgreementsAtWork(folder);
        town = Tideford.in(at, PLAYBOOK);
        town.agreed(OFFICER, "common/protocol.yaml");
    }

    @AfterAll
    static void ends() {
        at.close();
    }

    @Test
    void nothingCountsUntilTheLastPartyHasSigned() {
        town.sent(OFFICER, "common/protocol.yaml", "PR-TIDEFORD", "PR-LAST");
        AgreementVersion protocol = version("PR-LAST");
        List<String> parties = protocol.parties();
        parties.subList(0, parties.size() - 1).forEach(party -> town.sign(protocol, party));
        assertThat(version("PR-LAST").state()).isEqualTo(AgreementState.OUT_FOR_SIGNATURE);

        town.sign(protocol, parties.getLast());

        assertThat(version("PR-LAST").state()).isEqualTo(AgreementState.IN_FORCE);
    }

    @Test
    void decisionsFollowWhatAllHaveSignedAndWhatAnOfficerHasRead() {
        at.known.set(Tideford.facts(PLAYBOOK, "01-ordinary"));
        town.agreed(OFFICER, PLAYBOOK + "/agreement/agreement-ag-c5.yaml");
        town.sent(OFFICER, PLAYBOOK + "/agreement/schedule-sc-c5.yaml");
        assertThat(Tideford.rules(decision())).contains("SIGNATURE-MISSING");

        town.allSign("SC-C5");
        assertThat(Acting.as(OFFICER, () -> at.get(AgreedFolder.class).reading())
                        .leftOut())
                .isEmpty();
        assertThat(Tideford.rules(decision())).containsExactly("NO-GATEWAY");
        assertThat(waitingFor(GOVERNANCE)).contains("/law/hsca-2012-s251b");

        Acting.as(GOVERNANCE, () -> {
            LawReadings readings = at.get(LawReadings.class);
            readings.record(readings.law().row("hsca-2012-s251b").orElseThrow(), "legislation.gov.uk, revised text");
        });
        assertThat(decision()).isInstanceOf(Decision.Permitted.class);
        assertThat(waitingFor(GOVERNANCE)).doesNotContain("/law/hsca-2012-s251b");

        Acting.as(OFFICER, () -> at.get(Agreements.class).suspend(version("SC-C5")));
        assertThat(decision()).isNotInstanceOf(Decision.Permitted.class);
        Acting.as(OFFICER, () -> at.get(Agreements.class).resume(version("SC-C5")));
        assertThat(decision()).isInstanceOf(Decision.Permitted.class);
        whatComesOutIsReadWithAllSignaturesByOthers();
    }

    private void whatComesOutIsReadWithAllSignaturesByOthers() {
        List<NamedText> files = Acting.as(
                GOVERNANCE,
                () -> ZippedTexts.read(
                                ZippedTexts.write(at.get(FolderExport.class).files()))
                        .orElseThrow());
        var problems = new Problems();
        TrustedKeys trusted = files.stream()
                .filter(file -> file.name().equals("trusted-keys.yaml"))
                .findFirst()
                .flatMap(file -> TrustedKeys.read(source(file), problems))
                .orElseThrow();
        Optional<AgreementFolder> read = AgreementFolder.read(
                files.stream()
                        .filter(file -> !file.name().equals("trusted-keys.yaml"))
                        .map(AgreementsIT::source)
                        .toList(),
                LawPack.unitedKingdom(),
                trusted,
                problems);
        assertThat(problems.inOrder()).isEmpty();
        AgreementFolder folder = read.orElseThrow();
        for (String party : List.of("hospital", "council", "surgery")) {
            assertThat(folder.signatureState("SC-C5", party, LocalDate.of(2026, 6, 1)))
                    .isEqualTo(Signature.State.SIGNED);
        }
    }

    private static AgreementFolder.Source source(NamedText file) {
        return new AgreementFolder.Source(
                file.name(), new ByteArrayInputStream(file.text().getBytes(UTF_8)));
    }

    @Test
    void anAdministratorIsToldToNameASignatoryWhileSomethingWaitsThatNobodyCouldSign() {
        Actor.InRole administrator = town.person("council", Role.ORGANISATION_ADMINISTRATOR);
        town.sent(OFFICER, "common/protocol.yaml", "PR-TIDEFORD", "PR-NOBODY");
        assertThat(waitingFor(administrator)).isEmpty();

        Acting.asServer("tests", () -> {
            Signatories signatories = at.get(Signatories.class);
            return signatories.end(signatories.all("council").getFirst(), LocalDate.of(2026, 1, 1));
        });
        try {
            assertThat(waitingFor(administrator)).containsExactly("/signatories");
        } finally {
            Acting.asServer("tests", () -> {
                at.get(Signatories.class)
                        .name("council", town.signatoryOf("council"), "Chief executive", LocalDate.of(2026, 1, 1));
                return true;
            });
        }
        assertThat(waitingFor(administrator)).isEmpty();
    }

    private static List<String> waitingFor(Actor.InRole actor) {
        return Acting.as(actor, () -> at.get(SignableAwaits.class).awaiting(actor)).stream()
                .map(Awaiting::address)
                .toList();
    }

    @Test
    void aLaterVersionTakesThePlaceOfTheOneInForceOnceAllHaveSigned() {
        town.agreed(OFFICER, "common/protocol.yaml", "PR-TIDEFORD", "PR-NEXT");
        AgreementVersion first = version("PR-NEXT");
        AgreementVersion second = Acting.as(OFFICER, () -> {
            Agreements.Drafting drafting = at.get(Agreements.class).draftNext(first);
            assertThat(drafting).isInstanceOf(Agreements.Drafting.Drafted.class);
            AgreementVersion draft = ((Agreements.Drafting.Drafted) drafting).draft();
            assertThat(at.get(Agreements.class).send(draft, false)).isInstanceOf(Agreements.Sending.Sent.class);
            return at.get(Agreements.class).version("PR-NEXT", draft.number()).orElseThrow();
        });
        assertThat(version("PR-NEXT").number()).isEqualTo(1);

        second.parties().forEach(party -> town.sign(second, party));

        assertThat(version("PR-NEXT").number()).isEqualTo(2);
        assertThat(Acting.as(
                        OFFICER,
                        () -> at.get(Agreements.class)
                                .version("PR-NEXT", 1)
                                .orElseThrow()
                                .state()))
                .isEqualTo(AgreementState.SUPERSEDED);
    }

    @Test
    void whoeverIsNotNamedAsSignatorySignsNothing() {
        town.sent(OFFICER, "common/protocol.yaml", "PR-TIDEFORD", "PR-STRANGER");
        AgreementVersion version = version("PR-STRANGER");
        Actor.InRole stranger = town.person("council", Role.EXECUTIVE_SIGNATORY);

        SignOffs.Signed signed = Acting.as(
                stranger,
                () -> at.get(SignOffs.class)
                        .sign(
                                version,
                                "council",
                                stranger.person(),
                                version.fingerprint().orElseThrow(),
                                false));

        assertThat(signed).isEqualTo(new SignOffs.Signed.Not(SignOffs.Hindrance.NO_SIGNATORY));
    }

    @Test
    void aTextThatWasSentOutNeverChanges() {
        assertThatThrownBy(() -> at.owner()
                        .sql("update agreements.version set text = text || ' ' where document = 'PR-TIDEFORD'")
                        .update())
                .hasMessageContaining("cannot change");
    }

    private static Decision decision() {
        return Acting.as(
                town.trained("hospital", Role.INFORMATION_SHARING_OFFICER),
                () -> at.get(Decisions.class)
                        .decide(Question.of(Tideford.request(PLAYBOOK, "01-ordinary"), Optional.empty()))
                        .decision());
    }

    private static AgreementVersion version(String code) {
        return Acting.as(OFFICER, () -> at.get(Agreements.class).find(code).orElseThrow());
    }
}
