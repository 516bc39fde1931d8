package org.concordat.server.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.questions.Candidate;
import org.concordat.policy.questions.Flow;
import org.concordat.policy.questions.Missing;
import org.concordat.policy.questions.Offers;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What one's own organisation should offer its partners, and what it may expect of them; worked out from what is agreed. */
@Controller
class OfferPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int MOST_SHOWN = 50;

    private final AgreedFolder folder;
    private final LawPack law;
    private final Names names;
    private final Clock clock;
    /** The last answers, in earnest and in practice, since they take long to work out and change only with the folder and the day. */
    private final Map<Boolean, Known> last = new ConcurrentHashMap<>();

    OfferPages(AgreedFolder folder, LawPack law, Names names, Clock clock) {
        this.folder = folder;
        this.law = law;
        this.names = names;
        this.clock = clock;
    }

    private record Known(String folder, Offers offers) {}

    /** A flow or candidate as the page shows it. */
    record Line(String dataset, String sentence) {}

    @GetMapping("/offers")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView offers() {
        String own = Acting.inRole().organisation();
        Optional<Offers.Offer> offer = all(Acting.inRole().practice()).of(own);
        return new ModelAndView("agreements/offers")
                .addObject("organisation", names.organisations().getOrDefault(own, own))
                .addObject("sends", flows(offer.map(Offers.Offer::sends)))
                .addObject("receives", flows(offer.map(Offers.Offer::receives)))
                .addObject("sendsOnceSupplied", flows(offer.map(Offers.Offer::sendsOnceSupplied)))
                .addObject("receivesOnceSupplied", flows(offer.map(Offers.Offer::receivesOnceSupplied)))
                .addObject(
                        "owes",
                        offer.map(Offers.Offer::owes).orElse(List.of()).stream()
                                .limit(MOST_SHOWN)
                                .map(Missing::sentence)
                                .toList())
                .addObject("couldOffer", candidates(offer.map(Offers.Offer::couldOffer)))
                .addObject("couldExpect", candidates(offer.map(Offers.Offer::couldExpect)));
    }

    private Offers all(boolean practice) {
        AgreementFolder now = folder.folder();
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        String of = now.fingerprint() + " " + today;
        Known known = last.get(practice);
        if (known == null || !known.folder().equals(of)) {
            known = new Known(of, Offers.of(now, law, today));
            last.put(practice, known);
        }
        return known.offers();
    }

    private static List<Line> flows(Optional<List<Flow>> flows) {
        return flows.orElse(List.of()).stream()
                .limit(MOST_SHOWN)
                .map(flow -> new Line(flow.route().dataset(), flow.sentence()))
                .toList();
    }

    private static List<Line> candidates(Optional<List<Candidate>> candidates) {
        return candidates.orElse(List.of()).stream()
                .limit(MOST_SHOWN)
                .map(candidate -> new Line(candidate.dataset(), candidate.sentence()))
                .toList();
    }
}
