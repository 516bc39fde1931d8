package org.concordat.cli.pathways;

import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.evaluation.survival.Pathways;

/** Writes steps or ways for publication, and both, with nothing hidden or put together, to be kept. */
final class PathwaysFiles {
    private static final String BETWEEN = " > ";

    private PathwaysFiles() {}

    static void write(NewFolder folder, Shown shown, Pathways all, SmallCounts small) {
        switch (shown) {
            case Shown.Steps(SafeSteps steps) -> steps(folder, steps, small);
            case Shown.Ways(SafeWays ways) -> ways(folder, ways, small);
        }
        keepSteps(folder, all);
        keepWays(folder, all);
    }

    private static void steps(NewFolder folder, SafeSteps steps, SmallCounts small) {
        FigureFile.titled("Steps", "How often people went from one step to another.")
                .text("from", "From", SafeSteps.START + " where the way begins; " + SafeSteps.ALL + " for the total")
                .text("to", "To", SafeSteps.END + " where it ends; " + SafeSteps.ALL + " for the total")
                .hideable("times", "Times", "How often; c where few people did, or it would tell what few did", true)
                .text("status", "Status", "c: hidden")
                .key("from", "to")
                .note(small.note())
                .note("Do not publish whole ways of the same people beside this: what few did would follow.")
                .writeInto(folder, "publish/steps.csv", rows -> {
                    for (SafeSteps.Cell cell : steps.cells()) {
                        rows.text(cell.from()).text(cell.to());
                        if (cell.hidden()) {
                            rows.hidden(2).end();
                        } else {
                            rows.count(cell.times()).text("").end();
                        }
                    }
                });
    }

    private static void ways(NewFolder folder, SafeWays ways, SmallCounts small) {
        FigureFile.titled("Ways", "How many people went which whole way.")
                .text("way", "Way", "Its steps in order; the last row is of all other ways together")
                .count("persons", "Persons", "How many went it")
                .key("way")
                .note(small.note())
                .note("Do not publish steps of the same people beside this: what few did would follow.")
                .writeInto(folder, "publish/ways.csv", rows -> {
                    ways.ways()
                            .forEach(way -> rows.text(String.join(BETWEEN, way.states()))
                                    .count(way.persons())
                                    .end());
                    rows.text("any other way").count(ways.others()).end();
                });
    }

    private static void keepSteps(NewFolder folder, Pathways all) {
        FigureFile.titled("Steps", "How often and by how many each step was taken. Not for publication.")
                .text("from", "From", "Step")
                .text("to", "To", "The next step")
                .count("times", "Times", "How often")
                .count("persons", "Persons", "By how many")
                .key("from", "to")
                .writeInto(
                        folder,
                        "keep/steps.csv",
                        rows -> all.steps()
                                .forEach(step -> rows.text(step.from())
                                        .text(step.to())
                                        .count(step.times())
                                        .count(step.persons())
                                        .end()));
    }

    private static void keepWays(NewFolder folder, Pathways all) {
        FigureFile.titled(
                        "Ways", "How many people went which whole way. Not for publication: a rare way is somebody's.")
                .text("way", "Way", "Its steps in order")
                .count("persons", "Persons", "How many went it")
                .key("way")
                .writeInto(
                        folder,
                        "keep/ways.csv",
                        rows -> all.ways()
                                .forEach(way -> rows.text(String.join(BETWEEN, way.states()))
                                        .count(way.persons())
                                        .end()));
    }
}
