package org.concordat.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param tables files of released tables, earlier ones first
 * @param count the column that holds the counts; null to find it by its name
 * @param by the columns that break tables down; none to take all others
 * @param totals by column in lower case, the code of its total where it is no usual one
 * @param hierarchies by column in lower case, the look-ups of its codes
 * @param roundedBase the base to which figures are rounded; null where they are not
 * @param eitherWay whether they are rounded up or down, and not to the nearest
 * @param zerosPublished whether a hidden cell is known not to be 0
 * @param width what an interval must be at least
 */
record AuditRequest(
        List<Path> tables,
        @Nullable String count,
        List<String> by,
        Map<String, String> totals,
        Map<String, List<Path>> hierarchies,
        @Nullable Long roundedBase,
        boolean eitherWay,
        boolean zerosPublished,
        long width) {}
