package org.concordat.server.requests;

import java.util.OptionalInt;
import org.concordat.policy.words.Word;

/** How a request stands. */
public enum RequestState implements Word {
    /** Being written by whoever needs the data. */
    DRAFT(0),
    /** Handed to the asking organisation's own officers. */
    SUBMITTED(5),
    /** The asking organisation's officers test it. */
    IN_ASSESSMENT(10),
    /** The organisation that holds the data considers it. */
    WITH_SUPPLIER(20),
    /** The organisation that holds the data has asked something and waits. */
    QUESTIONS_OPEN(10),
    /** Decided: an agreement is drafted. */
    APPROVED(0),
    /** Decided: it will not be shared. */
    NOT_TO_SHARE(0),
    /** Decided: not now; it can be taken up again. */
    NOT_NOW(0),
    /** Taken back by whoever asked. */
    WITHDRAWN(0),
    /** Nobody took it further for so long that it was closed. */
    EXPIRED(0);

    private final int targetWorkingDays;

    RequestState(int targetWorkingDays) {
        this.targetWorkingDays = targetWorkingDays;
    }

    /** Working days after which it should have moved on; none where nobody is waited for. */
    public OptionalInt targetWorkingDays() {
        return targetWorkingDays == 0 ? OptionalInt.empty() : OptionalInt.of(targetWorkingDays);
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, IN_ASSESSMENT, WITH_SUPPLIER, QUESTIONS_OPEN -> true;
            case APPROVED, NOT_TO_SHARE, NOT_NOW, WITHDRAWN, EXPIRED -> false;
        };
    }

    /** Whether it was decided, in whatever way. */
    public boolean isDecided() {
        return switch (this) {
            case APPROVED, NOT_TO_SHARE, NOT_NOW -> true;
            case DRAFT, SUBMITTED, IN_ASSESSMENT, WITH_SUPPLIER, QUESTIONS_OPEN, WITHDRAWN, EXPIRED -> false;
        };
    }

    /** Whether the business case and the assessments can still be written on. */
    public boolean canBeWrittenOn() {
        return switch (this) {
            case DRAFT, SUBMITTED, IN_ASSESSMENT, QUESTIONS_OPEN, WITH_SUPPLIER -> true;
            case APPROVED, NOT_TO_SHARE, NOT_NOW, WITHDRAWN, EXPIRED -> false;
        };
    }
}
