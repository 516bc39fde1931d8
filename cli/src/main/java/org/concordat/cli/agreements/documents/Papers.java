package org.concordat.cli.agreements.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Word;

/**
 * What the clauses of one document are written from.
 *
 * @param id of the protocol, agreement or schedule that is written out
 * @param texts what the files say
 * @param folder the same files as checked records: fingerprints and states of signatures
 */
record Papers(String id, Tier tier, FolderTexts texts, AgreementFolder folder, LawPack law) {

    /** What the document's own file says. */
    Values own() {
        return Objects.requireNonNull(texts.all(tier.word()).get(id));
    }

    /** The tiers above it, lowest first. */
    Map<String, Values> above() {
        var tiers = texts.upwards(id);
        tiers.remove(id);
        return tiers;
    }

    /** Another tier as a lawyer names it: agreement AG-1, "Coming home" (version 1). */
    String reference(String other, Values text) {
        String kind = texts.tier(other).map(Tier::word).orElse("document");
        return kind + " " + other + ", “" + text.text("title") + "” (version " + text.text("version") + ")";
    }

    /** What people call an organisation. */
    String organisation(String organisation) {
        return texts.name("organisation", organisation);
    }

    /** How a reader finds a provision: its name and its id in the law pack. */
    String provision(String row) {
        return law.row(row).map(found -> found.provision() + " (" + row + ")").orElse(row);
    }

    String names(String kind, Collection<String> ids) {
        return PlainWords.list(
                ids.stream().map(each -> texts.nameAndId(kind, each)).toList());
    }

    String fingerprint() {
        return Objects.requireNonNull(folder.fingerprints().get(id));
    }

    /** Free text of a file, paragraph by paragraph; lines that begin with a hyphen are a list. */
    static void prose(Section s, String text) {
        var bullets = new ArrayList<String>();
        for (String line : Arrays.stream(text.split("\\R")).map(String::strip).toList()) {
            if (line.startsWith("- ")) {
                bullets.add(line.substring(2).strip());
            } else if (!line.isEmpty()) {
                flush(s, bullets);
                s.paragraph(line);
            }
        }
        flush(s, bullets);
    }

    private static void flush(Section s, List<String> bullets) {
        if (!bullets.isEmpty()) {
            s.bullets(bullets);
            bullets.clear();
        }
    }

    /** A clause of free text under a heading of its own. */
    static void clause(Section s, String heading, String text) {
        s.subsection(heading, inside -> prose(inside, text));
    }

    /** The word of a vocabulary that a file spells so. */
    static <W extends Enum<W> & Word> W word(Values values, String field, Class<W> vocabulary) {
        return values.word(field, vocabulary);
    }
}
