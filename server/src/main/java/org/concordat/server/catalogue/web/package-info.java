/**
 * Pages of the catalogue: who holds which dataset, with which fields, and what data are used for. Start at {@code CataloguePages}.
 *
 * <p>Promises to say, before an entry changes, which agreements in force it would touch, since their signatures no longer count then.
 * Leaves what may be shared to {@code agreements}.
 */
@NullMarked
package org.concordat.server.catalogue.web;

import org.jspecify.annotations.NullMarked;
