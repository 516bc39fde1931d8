package org.concordat.server.requests;

import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.Word;

/** A kind of data as people name it, for a question about data of which no dataset is known yet. */
public enum DataKind implements Word {
    /** Names and dates of birth. */
    WHO(FieldClass.IDENTIFIER, Detail.NAME),
    /** Addresses. */
    WHERE(FieldClass.LOCATOR, Detail.ADDRESS),
    /** Telephone numbers and e-mail addresses. */
    CONTACT(FieldClass.IDENTIFIER, Detail.CONTACT_NUMBER),
    /** Which services somebody uses, and what for. */
    SERVICES(FieldClass.ATTRIBUTE, Detail.OTHER),
    /** Income, debts, benefits. */
    MONEY(FieldClass.ATTRIBUTE, Detail.OTHER),
    /** Housing and household. */
    HOUSEHOLD(FieldClass.ATTRIBUTE, Detail.OTHER),
    /** Health, disability, care. */
    HEALTH(Sensitivity.HEALTH),
    /** Race or ethnicity. */
    ETHNICITY(Sensitivity.RACE_OR_ETHNICITY),
    /** Religion or belief. */
    BELIEF(Sensitivity.BELIEF),
    /** Sex life or orientation. */
    SEX_LIFE(Sensitivity.SEX_LIFE),
    /** Offences, allegations, being a victim. */
    CRIME(Sensitivity.CRIMINAL);

    private final FieldClass fieldClass;
    private final Set<Sensitivity> sensitivities;
    private final Detail detail;

    DataKind(FieldClass fieldClass, Detail detail) {
        this.fieldClass = fieldClass;
        this.sensitivities = Set.of();
        this.detail = detail;
    }

    DataKind(Sensitivity sensitivity) {
        this.fieldClass = FieldClass.SENSITIVE;
        this.sensitivities = Set.of(sensitivity);
        this.detail = Detail.OTHER;
    }

    /** What makes it sensitive; none where nothing does. */
    Set<Sensitivity> sensitivities() {
        return sensitivities;
    }

    /** A field that tells this. */
    DatasetField field() {
        return new DatasetField(word(), fieldClass, Authorship.FACT, sensitivities, detail, Optional.empty());
    }
}
