package org.concordat.policy.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.Tier;

/**
 * A protocol, agreement or schedule.
 *
 * @param parent the tier above; a protocol has none
 * @param to its last day as agreed
 * @param endedOn its last day when it was ended early
 * @param parties those that the document itself names, then those that joined it by accession
 * @param terms of a schedule, and only of a schedule; of a folder that was read, with what those who joined bring
 * @param text everything its file says, for documents
 */
public record Agreement(
        String id,
        Tier tier,
        String title,
        int version,
        Optional<String> parent,
        Nation nation,
        LocalDate from,
        LocalDate to,
        LocalDate reviewBy,
        Optional<LocalDate> endedOn,
        boolean onPublicRegister,
        List<Party> parties,
        Set<String> purposes,
        Set<SharingForm> forms,
        Optional<Terms> terms,
        Values text) {

    /**
     * Who agrees, as what.
     *
     * @param accession by which it joined, by id; empty for those that the document itself names
     */
    public record Party(
            String organisation,
            PartyRole role,
            Set<Direction> actsAs,
            LocalDate joined,
            Optional<LocalDate> left,
            Optional<String> accession) {

        /** One that the document itself names. */
        public Party(
                String organisation,
                PartyRole role,
                Set<Direction> actsAs,
                LocalDate joined,
                Optional<LocalDate> left) {
            this(organisation, role, actsAs, joined, left, Optional.empty());
        }

        /** Whether it is a party on {@code day}. */
        public boolean belongsOn(LocalDate day) {
            return !day.isBefore(joined) && left.filter(day::isAfter).isEmpty();
        }
    }

    /** Who may join it later; empty where nobody may. */
    public Optional<Joining> joining() {
        return text.optionalGroup("joining").map(FileRecords::joining);
    }

    /** The same with others as parties, and what follows from that for its terms. */
    Agreement with(List<Party> otherParties, Optional<Terms> otherTerms) {
        return new Agreement(
                id,
                tier,
                title,
                version,
                parent,
                nation,
                from,
                to,
                reviewBy,
                endedOn,
                onPublicRegister,
                otherParties,
                purposes,
                forms,
                otherTerms,
                text);
    }

    /** The last day on which it holds. */
    public LocalDate lastDay() {
        return endedOn.filter(to::isAfter).orElse(to);
    }

    /** Whether it holds on {@code day}, from first to last day inclusive. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastDay());
    }

    /** The organisation as a party, whenever it joined or left. */
    public Optional<Party> party(String organisation) {
        for (Party party : parties) {
            if (party.organisation().equals(organisation)) {
                return Optional.of(party);
            }
        }
        return Optional.empty();
    }
}
