package org.concordat.cli.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.Interval;
import org.concordat.measures.evaluation.CovariateBalance;
import org.concordat.measures.evaluation.DifferenceInDifferences;
import org.concordat.measures.evaluation.Effect;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.Matches;
import org.concordat.measures.evaluation.PlainFinding;
import org.concordat.measures.evaluation.RosenbaumBounds;
import org.concordat.measures.evaluation.TieRange;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** The evaluation as one page that can go to a board: the finding first, then who was compared, how sure, and what it leaves open. */
final class EvaluatePage {
    static final String NAME = "publish/evaluation.html";

    private final Results results;
    private final Evaluation.Found found;
    private final Hiding hiding;
    private final EvaluateRequest request;
    private final int leftOut;
    private final int columns;

    /**
     * @param leftOut how many people had gaps
     * @param columns how many the model has
     */
    EvaluatePage(Results results, EvaluateRequest request, int leftOut, int columns) {
        this.results = results;
        this.found = results.found();
        this.hiding = results.hiding();
        this.request = request;
        this.leftOut = leftOut;
        this.columns = columns;
    }

    ReportPage page(String title, LocalDate day) {
        return ReportPage.titled(title)
                .lead(capital(request.outcomeName()) + ": " + results.finding() + ".")
                .madeOn(day)
                .section("What was found", this::finding)
                .section("Who was compared", this::compared)
                .section("How alike they are", this::alike)
                .section("How sure this is", this::sure)
                .section("What it does not show", this::limits)
                .section("How it was made", this::made)
                .footer(
                        "This page names nobody. The folder \"keep\" beside its folder does: it is not for publication.");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void finding(Section s) {
        Effect effect = found.effect();
        Interval interval = effect.difference().interval().orElseThrow();
        s.keyFigures(
                new KeyFigure(results.figure(effect.treated().value(), hiding.cohort()), "of the cohort"),
                new KeyFigure(
                        results.figure(effect.partners().value(), hiding.partners()),
                        "of people like them who did not have the service"),
                new KeyFigure(
                        hiding.difference()
                                ? SmallCounts.MARK
                                : results.signed(interval.lower()) + " to " + results.signed(interval.upper()),
                        results.share() ? "percentage points, the difference" : "the difference"));
        s.paragraph(
                PlainFinding.evident(effect)
                        ? "A difference of nothing at all lies outside the range, so chance alone is an unlikely"
                                + " explanation. It is the difference the service made if nothing that was not recorded sets"
                                + " the two groups apart."
                        : "A difference of nothing at all lies within the range. That is no evidence that the service helped,"
                                + " nor that it did not: with these people a difference within the range cannot be told from"
                                + " chance.");
        results.change().ifPresent(change -> sinceBefore(s, change));
        if (hiding.marks() || !results.small().shownBecause().isEmpty()) {
            s.warning(results.small().note());
        }
    }

    private void sinceBefore(Section s, DifferenceInDifferences change) {
        if (hiding.change()) {
            s.paragraph("What changed since before the service is hidden, since few people stand behind it.");
            return;
        }
        Interval interval = change.effect().interval().orElseThrow();
        s.paragraph("Before the service the two groups were "
                + results.signed(change.gapBefore().value().orElseThrow()) + results.points()
                + " apart. Since then the cohort changed by "
                + results.signed(change.effect().value().orElseThrow()) + results.points()
                + " beside the others (anything from " + results.signed(interval.lower()) + " to "
                + results.signed(interval.upper()) + "). " + DifferenceInDifferences.ASSUMPTION);
    }

    private void compared(Section s) {
        Matches matches = found.matches();
        int without = matches.treated() - matches.matchedTreated();
        s.keyFigures(
                new KeyFigure(count(matches.matchedTreated()), "of the cohort were compared"),
                new KeyFigure(results.small().words(without), "had nobody like them"),
                new KeyFigure(
                        count(matches.matchedPool()),
                        results.small().small(matches.pool() - matches.matchedPool())
                                ? "partners"
                                : "partners, out of " + count(matches.pool()) + " people"));
        if (leftOut > 0) {
            s.warning(capital(results.small().words(leftOut))
                    + " people were left out because something about them was missing. If they differ from the others, the"
                    + " finding is not about them.");
        }
        if (without > 0) {
            s.paragraph(
                    "The finding is about those who were compared, not about those of the cohort who had nobody like them.");
        }
        s.paragraph("Each person of the cohort was put beside "
                + (request.matching().ratio() == 1
                        ? "the person"
                        : "up to " + request.matching().ratio() + " people")
                + " of the pool with the nearest likelihood of having had the service, judged by "
                + String.join(", ", request.covariates()) + ".");
    }

    private static String cell(double value, boolean hidden, Numbers style) {
        return hidden ? SmallCounts.MARK : style.write(value);
    }

    private void alike(Section s) {
        BarChart chart = BarChart.of("Differences between the groups, before and after matching")
                .rowsAre("What is compared")
                .amounts(
                        "standardised difference, either way",
                        value -> cell(value, Double.isNaN(value), Numbers.decimals(2)))
                .series("everybody", "those compared")
                .saying("A difference of 0 is alike; more than 0.1 after matching would have been refused."
                        + (hiding.covariates().isEmpty() && !hiding.before()
                                ? ""
                                : " c is hidden, and was looked at."));
        NumberTable table = NumberTable.of("Means, and standardised differences", "What is compared")
                .numbers("Cohort", "Everybody else", "Partners", "Difference before", "Difference after");
        List<List<String>> rows = new ArrayList<>();
        for (CovariateBalance one : found.balance().covariates()) {
            boolean hidden = hiding.covariates().contains(one.covariate());
            boolean before = hidden || hiding.before();
            chart.group(
                    one.covariate(),
                    before ? Double.NaN : Math.abs(one.differenceBefore()),
                    hidden ? Double.NaN : Math.abs(one.differenceAfter()));
            rows.add(List.of(
                    one.covariate(),
                    cell(one.treatedMean(), hidden, Numbers.SHORT),
                    cell(one.poolMean(), before, Numbers.SHORT),
                    cell(one.matchedMean(), hidden, Numbers.SHORT),
                    cell(one.differenceBefore(), before, Numbers.decimals(3)),
                    cell(one.differenceAfter(), hidden, Numbers.decimals(3))));
        }
        s.picture(chart);
        s.details("The means behind the picture", inside -> inside.table(table.rows(rows)));
    }

    private void sure(Section s) {
        s.paragraph("If this were done again and again with other people of the same kind, "
                + Numbers.SHORT.write(request.confidence() * 100)
                + " of 100 ranges made in this way would hold the true difference.");
        s.paragraph(
                found.matches().ties() == 0
                        ? "Nobody had two partners to choose from who were equally near."
                        : "Some had several people to choose from who were equally near: "
                                + results.small().words(found.matches().ties()) + " choices. " + ties());
        if (hiding.sensitivity()) {
            s.paragraph("How much hidden bias it withstands is hidden, since it would tell of few people.");
            return;
        }
        found.sensitivity()
                .ifPresentOrElse(
                        bounds -> hidden(s, bounds),
                        () -> s.paragraph(
                                "How much hidden bias it withstands was not computed: that needs one partner for"
                                        + " each person, and nobody twice."));
    }

    private String ties() {
        if (hiding.ties()) {
            return "What other choices would have come to is hidden, since it would tell of few people.";
        }
        TieRange ties = found.ties();
        return "Had lots been drawn among those with exactly the same score, the difference would in 95 of 100 draws have"
                + " been between " + results.signed(ties.expected() - 1.96 * ties.deviation()) + " and "
                + results.signed(ties.expected() + 1.96 * ties.deviation()) + results.points()
                + "; as they were taken it is "
                + results.signed(found.effect().difference().value().orElseThrow())
                + ". No choice whatever could have made it less than " + results.signed(ties.least())
                + " or more than " + results.signed(ties.most()) + ".";
    }

    private void hidden(Section s, RosenbaumBounds bounds) {
        double tipping = bounds.tippingPoint((1 - request.confidence()) / 2);
        s.paragraph(
                tipping > 1
                        ? "Hidden bias: something unrecorded that makes one of two partners up to "
                                + Numbers.decimals(2).write(tipping)
                                + " times as likely to have had the service could not explain the difference away; more could."
                        : "Hidden bias: the difference is not clear of chance even without any, so there is nothing to explain away.");
        NumberTable table = NumberTable.of(
                        "Hidden bias and the probability that it and chance made the difference", "Times as likely")
                .numbers("At least", "At most");
        List<List<String>> rows = new ArrayList<>();
        for (RosenbaumBounds.Bound bound : bounds.at(EvaluateFiles.GAMMAS)) {
            rows.add(List.of(
                    Numbers.SHORT.write(bound.gamma()),
                    Numbers.decimals(4).write(bound.least()),
                    Numbers.decimals(4).write(bound.most())));
        }
        s.details("Probabilities for different strengths of hidden bias", inside -> inside.table(table.rows(rows)));
    }

    private void limits(Section s) {
        s.bullets(
                "People were matched on what was recorded. Motivation, family, health or anything else that nobody wrote down"
                        + " may set the cohort apart, and then part of the difference is theirs and not the service's.",
                "The finding is about people like those compared. It does not say what the service would do for others.",
                "A difference that is clear of chance may still be small; one that is not clear may still be real.",
                "It says nothing of why, of costs, or of outcomes that were not looked at.",
                "Looking at many outcomes or groups and telling only the clear ones would mislead: tell all that were looked at.");
    }

    private void made(Section s) {
        s.summary("Propensity scores", "logistic regression on " + columns + (columns == 1 ? " column" : " columns"))
                .summary("Matching", matching())
                .summary("Interval", found.effect().difference().method())
                .summary(
                        "Hidden bias",
                        hiding.sensitivity()
                                ? "hidden"
                                : found.sensitivity()
                                        .map(RosenbaumBounds::method)
                                        .orElse("not computed"))
                .summary(
                        "Refused unless",
                        "60 or more of the cohort compared, and every standardised difference at most 0.1");
    }

    private String matching() {
        StringBuilder words = new StringBuilder(
                request.matching().choice().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        words.append(", ").append(request.matching().ratio()).append(" to 1");
        words.append(request.matching().replacement() ? ", with replacement" : ", without replacement");
        words.append(", on the ").append(request.scale().name().toLowerCase(Locale.ROOT));
        request.matching()
                .caliper()
                .ifPresent(width -> words.append(", within ")
                        .append(Numbers.SHORT.write(width))
                        .append(" standard deviations"));
        request.matching()
                .seed()
                .ifPresentOrElse(
                        seed -> words.append(", in the random order of seed ").append(seed),
                        () -> words.append(", largest scores first"));
        return words.toString();
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
