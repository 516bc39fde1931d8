package org.concordat.server.catalogue;

import java.util.Optional;

/**
 * An entry, as the text of its file.
 *
 * @param holder of a dataset: which organisation holds it
 * @param version counts changes
 */
public record CatalogueEntry(
        EntryKind kind, String code, String name, Optional<String> holder, String text, int version) {}
