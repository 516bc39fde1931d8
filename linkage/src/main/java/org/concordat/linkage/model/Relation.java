package org.concordat.linkage.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.levels.Comparison;
import org.concordat.linkage.levels.Comparison.Scope;

/**
 * A way in which two people share details without being one person. Without these classes of their own, shared
 * surnames, addresses and names are counted as proof of identity.
 *
 * <p>Each has its own distribution of what the relation makes people share; in everything else they agree as strangers
 * do, by chance.
 */
enum Relation {
    /** Members of one household: they share surname, address, telephone. */
    HOUSEHOLD,
    /** People in one street or postcode. */
    NEIGHBOURS,
    /** People of one name, father and son or by chance: what differs is birth and the numbers given to a person. */
    NAMESAKES;

    /** In the order in which models hold them. */
    static final List<Relation> ALL = List.of(values());

    private static final Set<Attribute> NEAR =
            Set.of(Attribute.POSTCODE, Attribute.STREET, Attribute.LOCALITY, Attribute.REGION);
    private static final Set<Attribute> ADDRESS =
            Set.of(Attribute.POSTCODE, Attribute.STREET, Attribute.STREET_NUMBER, Attribute.UPRN);
    private static final Set<Attribute> NAMES = Set.of(Attribute.GIVEN_NAME, Attribute.SURNAME);
    private static final Set<Attribute> OWN = Set.of(
            Attribute.DATE_OF_BIRTH,
            Attribute.NHS_NUMBER,
            Attribute.NATIONAL_INSURANCE_NUMBER,
            Attribute.PERSON_NUMBER);

    /** Whether people so related agree on this comparison in a way of their own, not as strangers do. */
    boolean shares(Comparison comparison) {
        return shares(comparison.attribute(), comparison.scope());
    }

    boolean shares(Attribute attribute, Scope scope) {
        return switch (this) {
            case HOUSEHOLD, NEIGHBOURS -> scope == Scope.HOUSEHOLD;
            case NAMESAKES -> !OWN.contains(attribute);
        };
    }

    /** What a model file calls it. */
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the search for this relation's distribution starts: agreeing mostly, or as strangers do. */
    boolean startsAgreeing(Comparison comparison) {
        return switch (this) {
            case HOUSEHOLD -> shares(comparison);
            case NEIGHBOURS -> NEAR.contains(comparison.attribute());
            case NAMESAKES -> NAMES.contains(comparison.attribute());
        };
    }

    /** Relatives and neighbours can be told apart from one person only where there is a surname and an address. */
    static boolean canBeTold(List<Comparison> comparisons) {
        return comparisons.stream().anyMatch(c -> c.attribute() == Attribute.SURNAME)
                && comparisons.stream().anyMatch(c -> ADDRESS.contains(c.attribute()))
                && comparisons.stream().anyMatch(c -> c.scope() == Scope.PERSON);
    }
}
