package org.concordat.server.agreements;

import java.util.List;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.catalogue.UsedIn;
import org.springframework.stereotype.Component;

/** Tells the catalogue which agreements cover a dataset or are for a purpose, so that nobody changes these unawares. */
@Component
class CoveredEntries implements UsedIn {

    private static final int MOST = 100;

    private final AgreedFolder folder;

    CoveredEntries(AgreedFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<String> titles(EntryKind kind, String code) {
        AgreementFolder now = folder.folder();
        var titles = new TreeSet<String>();
        switch (kind) {
            case DATASET ->
                now.schedulesCovering(code).stream().map(Agreement::title).forEach(titles::add);
            case PURPOSE ->
                now.agreements().values().stream()
                        .filter(each -> each.purposes().contains(code))
                        .map(Agreement::title)
                        .forEach(titles::add);
            case ROLE, CODE_LIST -> {}
        }
        return titles.stream().limit(MOST).toList();
    }
}
