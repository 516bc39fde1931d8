package org.concordat.server.decisions.facts;

import org.concordat.policy.agreements.AgreementFolder;

/** What was agreed, as the decider reads it. Implemented by the area that keeps agreements. */
public interface FolderSource {

    /** The version that counts now: another one whenever anything changed that a decision looks at. Asked at each decision. */
    String version();

    /**
     * The folder as it is now. Asked once a version.
     *
     * @throws RuntimeException when it cannot be read whole: then nothing is decided
     */
    AgreementFolder folder();
}
