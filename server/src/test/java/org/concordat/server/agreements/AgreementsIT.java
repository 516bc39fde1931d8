package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.decide.Decision;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Question;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementsIT {

    private static final String PLAYBOOK = "c5-patient-listing";
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
                AgreementsAtWork.actor("hospital", Role.INFORMATION_SHARING_OFFICER),
                () -> at.get(Decisions.class)
                        .decide(Question.of(Tideford.request(PLAYBOOK, "01-ordinary"), Optional.empty()))
                        .decision());
    }

    private static AgreementVersion version(String code) {
        return Acting.as(OFFICER, () -> at.get(Agreements.class).find(code).orElseThrow());
    }
}
