package org.concordat.server.decisions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.decisions.internal.StatementRows;
import org.concordat.server.decisions.internal.StatementRows.StatementRow;
import org.concordat.server.foundation.acting.Role;
import org.springframework.stereotype.Component;

/** Answers facts from what authorised people have stated. A statement counts only as far as {@link WhoMayAnswer} lets it today. */
@Component
final class StatementFacts implements FactSource {

    private final StatementRows rows;

    StatementFacts(StatementRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<FactName> facts() {
        return EnumSet.allOf(FactName.class);
    }

    @Override
    public List<Said> answers(Asked asked) {
        return answersToAll(List.of(asked)).getFirst();
    }

    @Override
    public List<List<Said>> answersToAll(List<Asked> all) {
        var schedules = new HashSet<String>();
        var purposes = new HashSet<String>();
        var matters = new HashSet<String>();
        for (Asked asked : all) {
            asked.schedule().ifPresent(schedules::add);
            purposes.add(asked.request().purpose());
            asked.matter().map(matter -> matter.id().toString()).ifPresent(matters::add);
        }
        List<StatementRow> stated = rows.about(schedules, purposes, matters);
        return all.stream().map(asked -> counting(asked, stated)).toList();
    }

    /** Of the statements, newest first, those that count for what is asked. */
    static List<Said> counting(Asked asked, List<StatementRow> newestFirst) {
        var newest = new LinkedHashMap<List<String>, StatementRow>();
        for (StatementRow row : newestFirst) {
            newest.putIfAbsent(List.of(row.organisation(), row.fact(), row.about(), row.aboutId()), row);
        }
        return newest.values().stream()
                .filter(row -> !row.withdrawn()
                        && isAbout(row, asked)
                        && holds(row, asked.request().on()))
                .flatMap(row -> said(row, asked).stream())
                .toList();
    }

    private static Optional<Said> said(StatementRow row, Asked asked) {
        Optional<FactName> fact = Word.of(FactName.class, row.fact());
        Optional<Answer> answer = Word.of(Answer.class, row.answer());
        if (fact.isEmpty() || answer.isEmpty() || !mayCount(row, asked, fact.get())) {
            return Optional.empty();
        }
        return Optional.of(new Said(
                fact.get(),
                answer.get(),
                row.byRole() + "/" + row.organisation(),
                Optional.of(LocalDate.ofInstant(row.at(), ZoneOffset.UTC))));
    }

    private static boolean mayCount(StatementRow row, Asked asked, FactName fact) {
        WhoMayAnswer who = WhoMayAnswer.of(fact);
        boolean byTheAsker = asked.matter()
                .flatMap(Matter::askedBy)
                .or(asked.actor()::who)
                .filter(row.byPerson()::equals)
                .isPresent();
        return Word.of(Role.class, row.byRole()).filter(who.roles()::contains).isPresent()
                && who.about().stream().anyMatch(about -> about.word().equals(row.about()))
                && who.side()
                        .is(
                                row.organisation(),
                                asked.request().sender().organisation(),
                                asked.request().recipient().organisation())
                && !(who.byAnother() && byTheAsker);
    }

    private static boolean isAbout(StatementRow row, Asked asked) {
        Map<String, Optional<String>> things = Map.of(
                About.SCHEDULE.word(), asked.schedule(),
                About.PURPOSE.word(), Optional.of(asked.request().purpose()),
                About.MATTER.word(), asked.matter().map(matter -> matter.id().toString()));
        return things.getOrDefault(row.about(), Optional.empty())
                .filter(row.aboutId()::equals)
                .isPresent();
    }

    private static boolean holds(StatementRow row, LocalDate day) {
        return !day.isBefore(row.from()) && row.until().filter(day::isAfter).isEmpty();
    }
}
