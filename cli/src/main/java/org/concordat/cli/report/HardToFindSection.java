package org.concordat.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.explain.Linkability;
import org.concordat.linkage.records.Column;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.pages.Section;

/** Which records say too little about their person to be linked to anything. */
final class HardToFindSection {
    private final Linkage linkage;

    HardToFindSection(Linkage linkage) {
        this.linkage = linkage;
    }

    void fill(Section s) {
        List<Linkability> sources = linkage.linkability();
        long hardly = sources.stream().mapToLong(Linkability::hardlyLinkable).sum();
        s.paragraph("Some records hold so little that no other record could reach the threshold with them, even if it"
                + " agreed in everything. The people behind them are missed more often than others, and often they are"
                + " the ones who matter most: people without a fixed address, newborns, newcomers. Here that is "
                + Figures.count(hardly) + " of "
                + Figures.count(linkage.records().size())
                + " records.");
        NumberTable table = NumberTable.of("Records that can hardly be linked", "File")
                .numbers("Records", "Hardly linkable", "Share");
        for (Linkability source : sources) {
            table = table.row(
                    source.source(),
                    Figures.count(source.records()),
                    Figures.count(source.hardlyLinkable()),
                    Figures.percent(source.share()));
        }
        s.table(table);
        s.details("How full each field is, in each file", inside -> inside.table(filled()));
    }

    private NumberTable filled() {
        List<String> names = linkage.records().sources();
        NumberTable table =
                NumberTable.of("Share of records with a usable value", "Field").numbers(names.toArray(String[]::new));
        for (Attribute attribute : linkage.records().attributes()) {
            Column column = linkage.records().column(attribute);
            if (column == null) {
                continue;
            }
            long[] present = new long[names.size()];
            for (int r = 0; r < linkage.records().size(); r++) {
                present[linkage.records().source(r)] += column.code(r) == 0 ? 0 : 1;
            }
            List<String> row = new ArrayList<>(List.of(words(attribute)));
            for (int i = 0; i < names.size(); i++) {
                int size = linkage.records().sourceSize(i);
                row.add(present[i] == 0 ? "none" : Numbers.WHOLE_PERCENT.write((double) present[i] / size));
            }
            table = table.row(row);
        }
        return table;
    }

    private static String words(Attribute attribute) {
        return switch (attribute) {
            case NHS_NUMBER -> "NHS number";
            case UPRN -> "property reference (UPRN)";
            case NATIONAL_INSURANCE_NUMBER -> "National Insurance number";
            case GIVEN_NAME_ROOT -> "root of given name";
            case NAME_TOKENS -> "parts of the name";
            default -> attribute.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
