package org.concordat.cli.audit;

import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.figures.LookUp;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param tables files of released tables, earlier ones first
 * @param count the column that holds the counts; null to find it by its name
 * @param by the columns that break tables down; none to take all others
 * @param total the code of the whole, in every column
 * @param lookUps of what lies in what
 * @param roundedBase the base to which figures are rounded; null where they are not
 * @param eitherWay whether they are rounded up or down, and not to the nearest
 * @param zerosPublished whether a hidden cell is known not to be 0
 * @param width what an interval must be at least
 */
record AuditRequest(
        List<Path> tables,
        @Nullable String count,
        List<String> by,
        String total,
        List<LookUp> lookUps,
        @Nullable Long roundedBase,
        boolean eitherWay,
        boolean zerosPublished,
        long width) {}
