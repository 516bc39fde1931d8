package org.concordat.server.requests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.EmptyDraft;
import org.concordat.server.agreements.EmptyDrafts;
import org.springframework.stereotype.Component;

/**
 * What the schedule of an approved request can lie within: an agreement in force of both organisations and for that purpose, or
 * else one that is begun for it, in which nothing is answered yet, under a protocol of both or one that is begun too.
 */
@Component
class UpperTiers {

    private static final int YEARS = 3;

    private final Outlines outlines;
    private final EmptyDrafts emptyDrafts;

    UpperTiers(Outlines outlines, EmptyDrafts emptyDrafts) {
        this.outlines = outlines;
        this.emptyDrafts = emptyDrafts;
    }

    /** The code of one in force. */
    Optional<String> inForce(DataRequest request) {
        return ofBoth(request, Tier.AGREEMENT)
                .filter(document -> request.need()
                        .purpose()
                        .filter(document.purposes()::contains)
                        .isPresent())
                .map(Agreement::id)
                .min(Comparator.naturalOrder());
    }

    /**
     * The code of one that is begun now, by somebody who may write agreements.
     *
     * @param from the schedule's first day
     */
    Optional<String> begun(DataRequest request, LocalDate from) {
        return ofBoth(request, Tier.PROTOCOL)
                .map(Agreement::id)
                .min(Comparator.naturalOrder())
                .or(() -> begin(request, Tier.PROTOCOL, "PR-", Optional.empty(), from))
                .flatMap(protocol -> begin(request, Tier.AGREEMENT, "AG-", Optional.of(protocol), from));
    }

    private Optional<String> begin(
            DataRequest request, Tier tier, String prefix, Optional<String> within, LocalDate from) {
        var empty = new EmptyDraft(
                tier,
                prefix + request.code(),
                request.need().title(),
                within,
                List.of(request.supplying(), request.asking()),
                from,
                from.plusYears(YEARS).minusDays(1));
        return switch (emptyDrafts.begin(empty)) {
            case Agreements.Drafting.Drafted drafted ->
                Optional.of(drafted.draft().code());
            case Agreements.Drafting.Overtaken overtaken ->
                Optional.of(overtaken.theirs().code());
            case Agreements.Drafting.Wrong _ -> Optional.empty();
        };
    }

    private Stream<Agreement> ofBoth(DataRequest request, Tier tier) {
        return outlines.folder().map(AgreementFolder::agreements).map(Map::values).stream()
                .flatMap(java.util.Collection::stream)
                .filter(document -> document.tier() == tier && document.holdsOn(outlines.today()))
                .filter(document -> Stream.of(request.asking(), request.supplying())
                        .allMatch(code -> document.party(code).isPresent()));
    }
}
