package org.concordat.server.agreements;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.decide.Decision;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Question;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;

/** The town with a daily list of patients that surgeries may join, accepted by the council; signed by all and read in law. */
final class SurgeriesTown implements AutoCloseable {

    static final String PLAYBOOK = "c5-patient-listing";
    static final String SCHEDULE = "SC-C5";

    /** Other surgeries may join, to receive the list. */
    static final String SURGERIES = """
            public-register: yes
            joining:
              kinds: [general-practice]
              acts-as: [receiver]
              like: surgery
              accepted-by: council
            """;

    /** Other hospitals may join, to send lists of their own. */
    static final String HOSPITALS = """
            public-register: yes
            joining:
              kinds: [nhs-trust]
              acts-as: [sender]
              like: hospital
              accepted-by: council
            """;

    final AgreementsAtWork at;
    final Tideford town;
    final Actor.InRole officer;
    final Actor.InRole governance;
    final Actor.InRole signatory;
    private final Actor.InRole hospital;

    SurgeriesTown(Path folder, String joining, String... settings) {
        this.at = new AgreementsAtWork(folder, settings);
        this.town = Tideford.in(at, PLAYBOOK);
        this.officer = town.person("council", Role.INFORMATION_SHARING_OFFICER);
        this.governance = town.person("council", Role.INFORMATION_GOVERNANCE_OFFICER);
        this.signatory = town.actor(town.signatoryOf("council"), "council", Role.EXECUTIVE_SIGNATORY);
        this.hospital = town.trained("hospital", Role.INFORMATION_SHARING_OFFICER);
        at.known.set(Tideford.facts(PLAYBOOK, "01-ordinary"));
        for (String path : List.of(
                "common/protocol.yaml",
                PLAYBOOK + "/agreement/agreement-ag-c5.yaml",
                PLAYBOOK + "/agreement/schedule-sc-c5.yaml")) {
            town.agreed(officer, path, "public-register: yes\n", joining);
        }
        Acting.as(governance, () -> {
            LawReadings readings = at.get(LawReadings.class);
            readings.record(readings.law().row("hsca-2012-s251b").orElseThrow(), "legislation.gov.uk, revised text");
        });
    }

    /** So many rows of surgeries, as a spreadsheet copies them. */
    static String rows(int number) {
        var rows = new StringBuilder("Name\tKind\tNation\tE-mail\tICO number\tOffice\n");
        for (int i = 1; i <= number; i++) {
            rows.append("Quay ")
                    .append(name(i))
                    .append(" Surgery\tgeneral-practice\tengland\tmanager@quay-")
                    .append(name(i).toLowerCase(java.util.Locale.ROOT))
                    .append(".example\tZA10")
                    .append(1000 + i)
                    .append("\tPractice manager\n");
        }
        return rows.toString();
    }

    /** Names that are unlike each other. */
    static String name(int i) {
        List<String> first =
                List.of("Alder", "Birch", "Cedar", "Damson", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper");
        return first.get(i % 10) + (i < 10 ? "" : first.get(i / 10 % 10).toLowerCase(java.util.Locale.ROOT));
    }

    SignUp open() {
        return Acting.as(governance, () -> at.get(SignUps.class).open(version(), false));
    }

    AgreementVersion version() {
        return at.get(Agreements.class).find(SCHEDULE).orElseThrow();
    }

    /** Links by the name of the organisation, made by the information governance officer. */
    Map<String, String> links(SignUp signUp) {
        return Acting.as(governance, () -> at.get(SignUpSteps.class).links(signUp)).stream()
                .collect(Collectors.toMap(SignUpSteps.MadeLink::organisation, SignUpSteps.MadeLink::secret));
    }

    /** Whoever holds a link signs what they see. */
    Optional<AdmissionSignatures.Signed> sign(String secret) {
        return Acting.asServer(
                "tests",
                () -> at.get(AdmissionLinks.class)
                        .open(secret)
                        .flatMap(link -> at.get(AdmissionLinks.class).sign(secret, link.seen())));
    }

    /** The council's signatory accepts these, or all who wait; how many. */
    int accept(SignUp signUp, String... organisations) {
        return Acting.as(signatory, () -> {
            List<Admission> all = at.get(Admissions.class).ofSignUp(signUp.id()).stream()
                    .filter(each ->
                            organisations.length == 0 || List.of(organisations).contains(each.organisation()))
                    .toList();
            Map<UUID, String> seen = all.stream()
                    .collect(Collectors.toMap(
                            Admission::id,
                            each -> at.get(AdmissionSignatures.class).seen(each).orElseThrow()));
            return at.get(AdmissionSignatures.class).acceptAll(all, "council", signatory.person(), seen);
        });
    }

    /** Whether the hospital may send its list to a surgery. */
    Decision decision(String organisation) {
        return Acting.as(
                hospital,
                () -> at.get(Decisions.class)
                        .decide(Question.of(
                                Tideford.request(
                                        PLAYBOOK,
                                        "01-ordinary",
                                        "{organisation: council, team: hospital-discharge}",
                                        "{organisation: " + organisation + "}",
                                        "social-worker",
                                        "clinician"),
                                Optional.empty()))
                        .decision());
    }

    @Override
    public void close() {
        at.close();
    }
}
