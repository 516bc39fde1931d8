package org.concordat.benchmarks.policy;

import java.util.List;
import java.util.Set;
import org.concordat.policy.words.SharingForm;

/** The four kinds of share that made-up agreements are about, each lawful by another row of the law pack. */
enum ShareKind {
    /** A hospital tells a general practice who was discharged. */
    DISCHARGE(
            "trust",
            "practice",
            "clinician",
            "discharges",
            "patient",
            "care",
            "direct-care",
            Set.of("number", "name", "address", "diagnosis"),
            "hsca-2012-s251b",
            "statute",
            "public-task, condition: health-or-social-care, paragraph: sch1-2, policy-document: Annex 2",
            "public-task, condition: health-or-social-care, paragraph: sch1-2, policy-document: Annex 2"),
    /** A council tells the police which families need a hand. */
    FAMILY(
            "council",
            "police",
            "case-worker",
            "school-roll",
            "ordinary",
            "families",
            "child-well-being",
            Set.of("number", "name", "year"),
            "ca-2004-s10",
            "not-confidential",
            "public-task",
            "public-task"),
    /** A charity tells a council who came to its desk, with consent. */
    VISIT(
            "charity",
            "council",
            "case-worker",
            "visits",
            "ordinary",
            "advice",
            "local-well-being",
            Set.of("number", "name", "address"),
            "own-objects",
            "not-confidential",
            "consent",
            "public-task"),
    /** A council tells another what it knows for council tax; for advice a restriction forbids it. */
    TAX(
            "council",
            "council",
            "collector",
            "tax",
            "council-tax",
            "collection",
            "council-tax-administration",
            Set.of("number", "name", "band"),
            "localism-2011-s1",
            "not-confidential",
            "public-task",
            "public-task");

    /** Every dataset has these; a schedule covers some of them. */
    static final List<String> FIELDS = List.of(
            "{field: number, about: Number, class: identifier, written-as: recorded-by-process, detail: number}",
            "{field: name, about: Name, class: identifier, written-as: fact, detail: name}",
            "{field: address, about: Address, class: locator, written-as: fact, detail: address}",
            "{field: year, about: School year, class: attribute, written-as: fact}",
            "{field: band, about: Band, class: attribute, written-as: recorded-by-process}",
            "{field: diagnosis, about: Main diagnosis, class: sensitive, written-as: opinion, sensitive: [health]}",
            "{field: offence, about: Known offence, class: sensitive, written-as: fact, sensitive: [criminal]}");

    /** The form in which all of them leave. */
    static final SharingForm FORM = SharingForm.IDENTIFIED;

    final String sender;
    final String recipient;
    final String role;
    final String dataset;
    final String origin;
    final String purpose;
    final String purposeKind;
    final Set<String> fields;
    final String row;
    final String confidentiality;
    final String senderBasis;
    final String recipientBasis;

    ShareKind(
            String sender,
            String recipient,
            String role,
            String dataset,
            String origin,
            String purpose,
            String purposeKind,
            Set<String> fields,
            String row,
            String confidentiality,
            String senderBasis,
            String recipientBasis) {
        this.sender = sender;
        this.recipient = recipient;
        this.role = role;
        this.dataset = dataset;
        this.origin = origin;
        this.purpose = purpose;
        this.purposeKind = purposeKind;
        this.fields = fields;
        this.row = row;
        this.confidentiality = confidentiality;
        this.senderBasis = senderBasis;
        this.recipientBasis = recipientBasis;
    }
}
