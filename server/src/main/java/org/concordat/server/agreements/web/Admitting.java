package org.concordat.server.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signature;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.AdmissionState;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What several pages show of one joining: its documents as papers, whether decisions count it, and who may do what next. */
@Component
class Admitting {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Set<Role> JOIN =
            EnumSet.of(Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER, Role.EXECUTIVE_SIGNATORY);

    private final Admissions admissions;
    private final Agreements agreements;
    private final AgreedFolder folder;
    private final Names names;
    private final Clock clock;

    Admitting(Admissions admissions, Agreements agreements, AgreedFolder folder, Names names, Clock clock) {
        this.admissions = admissions;
        this.agreements = agreements;
        this.folder = folder;
        this.names = names;
        this.clock = clock;
    }

    /** What whoever looks at a joining may do with it next; for templates as much as for handlers. */
    record May(Actor.InRole actor, Admission admission) {

        private boolean joins() {
            return JOIN.contains(actor.role()) && actor.organisation().equals(admission.organisation());
        }

        private boolean admits() {
            return JOIN.contains(actor.role()) && admission.allAcceptors().contains(actor.organisation());
        }

        public boolean maySign() {
            return joins() && actor.role() == Role.EXECUTIVE_SIGNATORY && admission.waitsForSignature();
        }

        public boolean mayAccept() {
            return actor.role() == Role.EXECUTIVE_SIGNATORY
                    && admission.state() == AdmissionState.ASKED
                    && admission.acceptors().contains(actor.organisation());
        }

        public boolean mayWithdraw() {
            return joins() && admission.state() == AdmissionState.ASKED;
        }

        /** The joiner may go, and whoever accepted it may let it go. */
        public boolean mayLeave() {
            return (joins() || admits()) && admission.state() == AdmissionState.JOINED;
        }

        /** A reason may be about people: it is for the two sides. */
        public boolean maySeeReason() {
            return joins() || admits();
        }
    }

    /**
     * One tier of a joining.
     *
     * @param own what the accession says
     * @param paper what the document says
     */
    record Part(AgreementVersion version, Admission.Accession accession, Paper own, Paper paper) {}

    /** A joining that the one who acts may see. */
    Admission found(UUID id) {
        return admissions
                .find(id)
                .orElseThrow(() -> new Refusal(404, "ADMISSION-UNKNOWN", "agreements.refusal.admission"));
    }

    /** The document that is joined, as it is now. */
    AgreementVersion document(Admission admission) {
        return agreements.find(admission.document()).orElseThrow(() -> Roles.unknown(admission.document()));
    }

    /** Its tiers, the one that is joined first. */
    List<Part> parts(Admission admission) {
        Map<String, Map<String, String>> all = names.all();
        AgreementFolder now = folder.folder();
        return admission.accessions().stream()
                .flatMap(each -> agreements.find(each.document()).stream()
                        .map(version -> new Part(
                                version,
                                each,
                                Optional.ofNullable(now.accessions().get(each.code()))
                                        .map(accession -> Paper.of("accession", accession.text(), all))
                                        .orElseGet(() -> new Paper(List.of())),
                                Paper.of(version.tier().word(), agreements.values(version), all))))
                .toList();
    }

    /** Whether decisions count the joiner as a party today, as they find it themselves. */
    boolean counts(Admission admission) {
        AgreementFolder now = folder.folder();
        LocalDate today = today();
        return admission.state().isLive()
                && admission.accessions().stream().allMatch(each -> {
                    Accession accession = now.accessions().get(each.code());
                    return accession != null
                            && now.unsigned(accession, today).isEmpty()
                            && now.signatureState(each.document(), admission.organisation(), today)
                                    == Signature.State.SIGNED;
                });
    }

    /** What a document is called; its code where it cannot be seen. */
    String title(String code) {
        return agreements.find(code).map(AgreementVersion::title).orElse(code);
    }

    /** Datasets that the joiner brings, by name. */
    List<String> brought(Admission admission) {
        AgreementFolder now = folder.folder();
        Map<String, String> called = names.all().getOrDefault("dataset", Map.of());
        return admission.accessions().stream()
                .flatMap(each -> Optional.ofNullable(now.accessions().get(each.code())).stream())
                .flatMap(accession -> accession.brings().stream())
                .map(each -> called.getOrDefault(each.dataset(), each.dataset()))
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }

    static ModelAndView to(Admission admission) {
        return new ModelAndView("redirect:/admissions/" + admission.id());
    }
}
