package org.concordat.server.agreements.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.SignUps;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a document's page says of those who join it: who did or wants to, and whether whoever looks may join or ask many. */
@Component
class Joins {

    private static final Set<Role> JOIN =
            EnumSet.of(Role.INFORMATION_GOVERNANCE_OFFICER, Role.INFORMATION_SHARING_OFFICER, Role.EXECUTIVE_SIGNATORY);
    private static final Set<Role> OPEN =
            EnumSet.of(Role.PARTNERSHIP_ADMINISTRATOR, Role.INFORMATION_GOVERNANCE_OFFICER);

    private final Admissions admissions;
    private final SignUps signUps;
    private final Agreements agreements;

    Joins(Admissions admissions, SignUps signUps, Agreements agreements) {
        this.admissions = admissions;
        this.signUps = signUps;
        this.agreements = agreements;
    }

    ModelAndView shown(ModelAndView page, AgreementVersion version, Actor.InRole actor) {
        List<Admission> joiners = admissions.of(version.code());
        boolean open = version.state().isInForce() && agreements.values(version).has("joining");
        boolean isIn = version.parties().contains(actor.organisation())
                || joiners.stream()
                        .anyMatch(each -> each.organisation().equals(actor.organisation())
                                && each.state().isLive());
        Optional<String> signUp = OPEN.contains(actor.role()) || JOIN.contains(actor.role())
                ? signUps.ofDocument(version.code()).map(each -> each.id().toString())
                : Optional.empty();
        boolean mayOpen = open
                && OPEN.contains(actor.role())
                && signUp.isEmpty()
                && signUps.keeper(version)
                        .filter(keeper ->
                                actor.role() == Role.PARTNERSHIP_ADMINISTRATOR || keeper.equals(actor.organisation()))
                        .isPresent();
        return page.addObject("joiners", joiners)
                .addObject("mayJoin", open && !isIn && JOIN.contains(actor.role()))
                .addObject("maySignUp", mayOpen)
                .addObject("signUp", signUp.orElse(""));
    }
}
