package org.concordat.server.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.AdmissionLinks;
import org.concordat.server.agreements.AdmissionSignatures;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.SignUp;
import org.concordat.server.agreements.SignUpSteps;
import org.concordat.server.agreements.SignUps;
import org.concordat.server.demo.PlaybookFiles.PlaybookFile;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.stereotype.Component;

/** The made-up town's other surgeries: one schedule that they may join, and a sign-up in which half of them have signed. */
@Component
class TidefordJoiners {

    private static final String SCHEDULE = "SC-B6-CARE";

    /** The schedule and the agreement above it; the protocol above both is open as well. */
    private static final Set<String> OPEN = Set.of(SCHEDULE, "AG-B6");

    private static final String JOINING = """
            public-register: yes
            joining:
              kinds: [general-practice]
              acts-as: [receiver]
              like: surgery
              accepted-by: care-board
            """;

    private static final List<String> SURGERIES = List.of(
            "Anchor Lane",
            "Beacon Hill",
            "Chapel Road",
            "Dockside",
            "Eastgate",
            "Ferry Point",
            "Granary Wharf",
            "Hillcrest",
            "Ironbridge Street",
            "Kingsmead",
            "Lighthouse View",
            "Mill Race");

    private static final int SIGNED = 6;

    private final Agreements agreements;
    private final SignUps signUps;
    private final SignUpSteps steps;
    private final Admissions admissions;
    private final AdmissionSignatures signatures;
    private final AdmissionLinks links;

    TidefordJoiners(
            Agreements agreements,
            SignUps signUps,
            SignUpSteps steps,
            Admissions admissions,
            AdmissionSignatures signatures,
            AdmissionLinks links) {
        this.agreements = agreements;
        this.signUps = signUps;
        this.steps = steps;
        this.admissions = admissions;
        this.signatures = signatures;
        this.links = links;
    }

    /** The text of a document, which lets surgeries join where it is one of those. */
    static String open(PlaybookFile file) {
        return OPEN.contains(file.id()) || file.kind().equals(Tier.PROTOCOL.word())
                ? file.text().replace("public-register: yes\n", JOINING)
                : file.text();
    }

    /** Asks them all: the officer opens and sends, the signatory accepts, six sign and one declines. */
    void ask(Actor.InRole officer, Actor.InRole signatory) {
        SignUp signUp = Acting.as(officer, () -> {
            SignUp open = signUps.open(agreements.find(SCHEDULE).orElseThrow(), false);
            signUps.paste(open, rows());
            steps.goAhead(open);
            return open;
        });
        List<SignUpSteps.MadeLink> made = Acting.as(officer, () -> steps.links(signUp));
        Acting.as(signatory, () -> {
            List<Admission> all = admissions.ofSignUp(signUp.id());
            Map<UUID, String> seen = all.stream()
                    .collect(Collectors.toMap(
                            Admission::id, each -> signatures.seen(each).orElseThrow()));
            signatures.acceptAll(all, signatory.organisation(), signatory.person(), seen);
        });
        made.stream()
                .limit(SIGNED)
                .forEach(link -> Acting.asServer(
                        "demo",
                        () -> links.open(link.secret()).flatMap(open -> links.sign(link.secret(), open.seen()))));
        made.stream()
                .skip(SIGNED)
                .limit(1)
                .forEach(link -> Acting.asServer(
                        "demo",
                        () -> links.decline(link.secret(), "Our partners meet in a month, and want to talk first.")));
    }

    /** Twelve good rows, and one whose address is none. */
    private static String rows() {
        return SURGERIES.stream()
                        .map(name -> name + " Surgery\tgeneral-practice\tengland\tmanager@"
                                + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-')
                                + ".example\t\tPractice manager")
                        .collect(Collectors.joining("\n"))
                + "\nNorth Quay Surgery\tgeneral-practice\tengland\tmanager at north quay\t\tPractice manager";
    }
}
