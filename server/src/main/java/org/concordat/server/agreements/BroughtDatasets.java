package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;
import org.concordat.server.agreements.internal.AccessionFile.Brought;
import org.concordat.server.agreements.internal.YamlText;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.parties.Organisation;
import org.springframework.stereotype.Component;

/** Describes for somebody who joins a dataset like each that the party shares which it joins like. */
@Component
class BroughtDatasets {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_NAME = 300;

    private final Catalogue catalogue;

    BroughtDatasets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Brought> describe(AgreementFolder now, String document, Organisation organisation) {
        var brought = new ArrayList<Brought>();
        for (String model : WayIn.modelDatasets(now, document)) {
            CatalogueEntry entry = catalogue.find(EntryKind.DATASET, model).orElseThrow();
            String code = freeCode(model, organisation.code());
            String text = text(entry, code, organisation);
            if (!(catalogue.put(EntryKind.DATASET, text, organisation.practice()) instanceof Catalogue.Putting.Put)) {
                throw new IllegalStateException("the joiner's dataset is refused");
            }
            brought.add(new Brought(code, model));
        }
        return brought;
    }

    /** Two organisations whose names begin alike for long have two datasets. */
    private String freeCode(String model, String organisation) {
        String code = shortened(model + "-" + organisation, LONGEST_CODE);
        String candidate = code;
        for (int number = 2; catalogue.find(EntryKind.DATASET, candidate).isPresent(); number++) {
            candidate = shortened(code, LONGEST_CODE - 4) + "-" + number;
        }
        return candidate;
    }

    /** The same description under another code, name and holder. */
    private static String text(CatalogueEntry entry, String code, Organisation organisation) {
        Node.Fields model = YamlFile.read(
                        "dataset.yaml", new ByteArrayInputStream(entry.text().getBytes(UTF_8)), new Problems())
                .orElseThrow();
        var fields = new LinkedHashMap<>(model.nodes());
        String name = entry.name() + ", " + organisation.name();
        fields.put("dataset", new Node.Text(model.place(), code));
        fields.put("name", new Node.Text(model.place(), name.length() > LONGEST_NAME ? organisation.name() : name));
        fields.put("holder", new Node.Text(model.place(), organisation.code()));
        return YamlText.of(new Node.Fields(model.place(), fields, model.places()));
    }

    private static String shortened(String code, int longest) {
        return code.length() > longest ? code.substring(0, longest).replaceAll("-+$", "") : code;
    }
}
