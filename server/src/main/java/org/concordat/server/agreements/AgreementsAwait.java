package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/** Tells signatories what waits for their signature, and the steward's officers what is due for review, was declined, or is amiss. */
@Component
class AgreementsAwait implements AwaitingSource {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    /** How long before an agreement is due for review its steward is told. */
    static final int SOON_DAYS = 60;

    private static final int MOST = 100;
    private static final Set<Role> OFFICERS =
            EnumSet.of(Role.INFORMATION_SHARING_OFFICER, Role.INFORMATION_GOVERNANCE_OFFICER);

    private final SignOffs signOffs;
    private final Agreements agreements;
    private final Register register;
    private final AgreedFolder folder;
    private final Admissions admissions;
    private final SignedAgain again;
    private final Clock clock;

    AgreementsAwait(
            SignOffs signOffs,
            Agreements agreements,
            Register register,
            AgreedFolder folder,
            Admissions admissions,
            SignedAgain again,
            Clock clock) {
        this.again = again;
        this.admissions = admissions;
        this.signOffs = signOffs;
        this.agreements = agreements;
        this.register = register;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        var all = new ArrayList<Awaiting>();
        if (actor.role() == Role.EXECUTIVE_SIGNATORY) {
            signOffs.awaitedOf(actor.organisation())
                    .forEach(each -> agreements
                            .version(each.document(), each.number())
                            .ifPresent(version -> all.add(waiting(
                                    "agreements.awaiting.sign",
                                    version.title(),
                                    "/agreements/" + version.code() + "/versions/" + version.number() + "/sign",
                                    Optional.empty()))));
            joinings(actor, all);
        }
        if (OFFICERS.contains(actor.role())) {
            again.dueOf(actor.organisation())
                    .forEach(version -> all.add(waiting(
                            "agreements.awaiting.again",
                            version.title(),
                            "/agreements/" + version.code(),
                            Optional.empty())));
            LocalDate until = LocalDate.now(clock.withZone(HERE)).plusDays(SOON_DAYS);
            register.reviewsDue(actor.organisation(), until)
                    .forEach(row -> all.add(waiting(
                            "agreements.awaiting.review",
                            row.title(),
                            "/agreements/" + row.code(),
                            Optional.of(row.reviewBy()))));
            register.declined(actor.organisation())
                    .forEach(row -> all.add(waiting(
                            "agreements.awaiting.declined",
                            row.title(),
                            "/agreements/" + row.code(),
                            Optional.empty())));
        }
        if (actor.role() == Role.PARTNERSHIP_ADMINISTRATOR
                && !folder.reading().leftOut().isEmpty()) {
            all.add(waiting(
                    "agreements.awaiting.problems",
                    String.valueOf(folder.reading().leftOut().size()),
                    "/agreements/problems",
                    Optional.empty()));
        }
        return all.stream().limit(MOST).toList();
    }

    /** What the organisation joins waits one by one; whom it accepts, document by document. */
    private void joinings(Actor.InRole actor, List<Awaiting> all) {
        admissions
                .toSign(actor.organisation())
                .forEach(each -> all.add(waiting(
                        "agreements.awaiting.join",
                        title(each.document()),
                        "/admissions/" + each.id() + "/sign",
                        Optional.empty())));
        var shown = new HashSet<String>();
        for (Admission each : admissions.toAccept(actor.organisation())) {
            String address = each.signUp()
                    .map(signUp -> "/sign-ups/" + signUp + "/accept")
                    .orElse("/admissions/" + each.id() + "/accept");
            if (shown.add(address)) {
                all.add(waiting("agreements.awaiting.accept", title(each.document()), address, Optional.empty()));
            }
        }
    }

    private String title(String document) {
        return agreements.find(document).map(AgreementVersion::title).orElse(document);
    }

    private static Awaiting waiting(String key, String argument, String address, Optional<LocalDate> by) {
        return new Awaiting(key, List.of(argument), address, by);
    }
}
