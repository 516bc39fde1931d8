package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Passkeys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The proof that people who are signed in give once more before what they sign in with changes. The password is asked for where they
 * have one. Whoever signs in by more than that, or by something else, must have done so within the last ten minutes besides, so that
 * nothing less than a whole sign-in changes what one is made of.
 */
@Component
class ProofAgain {

    /** How old the sign-in may be of somebody for whom the password is not all. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Persons persons;
    private final SignIns signIns;

    ProofAgain(Accounts accounts, Passkeys passkeys, Persons persons, SignIns signIns) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.persons = persons;
        this.signIns = signIns;
    }

    /** Whether they have to sign in again before what they sign in with changes: too long ago, and the password is not all. */
    boolean isTooOld(HttpServletRequest request) {
        boolean passwordIsAll = accounts.hasPassword(me())
                && !accounts.usesCodes(me())
                && passkeys.of(me()).isEmpty();
        return !passwordIsAll && !signIns.isProvedWithin(request, FRESH);
    }

    /** Whether they have to sign in again since they signed in too long ago and have no password to be asked for. */
    boolean isTooOldWithoutPassword(HttpServletRequest request) {
        return !accounts.hasPassword(me()) && !signIns.isProvedWithin(request, FRESH);
    }

    /** The page again, which says that they have to. */
    static ModelAndView tooOld(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("tooOld", true);
    }

    /** Asks for the password in the field {@code present} of the form, where they have one. */
    void ask(Form form, HttpServletRequest request) {
        Person person = persons.find(me()).orElseThrow();
        if (!accounts.hasPassword(person.id())) {
            return;
        }
        String present = form.password("present")
                .label("parties.password.present")
                .required()
                .value();
        if (form.hasProblems()) {
            return;
        }
        switch (accounts.password(person.email(), present, request.getRemoteAddr())) {
            case Accounts.Attempt.Proved _, Accounts.Attempt.NeedsCode _ -> {
                // It is them.
            }
            case Accounts.Attempt.Wrong _, Accounts.Attempt.TooMany _ ->
                form.problem("present", "parties.password.wrong");
        }
    }

    private static UUID me() {
        return Acting.inRole().person();
    }
}
