package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;

/**
 * Who may receive which fields from whom for what, and what almost may: every way that a schedule of the folder foresees, with
 * the decider's answer for one day.
 *
 * <p>Between whole organisations, save where a schedule names a team. A team acts as fewer kinds of body than its organisation,
 * so less may go as a team; a flow then says so among its cautions. Ended schedules are there too, with the reason why nothing
 * may go under them.
 *
 * @param list in the order of their routes
 */
public record Flows(LocalDate day, List<Flow> list) {

    public Flows {
        list = List.copyOf(list);
    }

    /** Of every schedule. */
    public static Flows of(AgreementFolder folder, LawPack law, LocalDate day) {
        return new Flows(day, Routes.flows(folder, new Asking(new World(folder, law), day)));
    }

    /** Of the schedules that cover one dataset for one recipient: quick also where a folder holds thousands of others. */
    public static Flows of(AgreementFolder folder, LawPack law, LocalDate day, String dataset, String recipient) {
        var asking = new Asking(new World(folder, law), day);
        return new Flows(day, Routes.flows(folder, folder.schedulesCovering(dataset, recipient), asking))
                .ofDataset(dataset)
                .to(recipient);
    }

    /** Those that the organisation sends, as a whole or through a team. */
    public Flows from(String organisation) {
        return only(flow -> flow.route().sender().organisation().equals(organisation));
    }

    /** Those that the organisation receives, as a whole or through a team. */
    public Flows to(String organisation) {
        return only(flow -> flow.route().recipient().organisation().equals(organisation));
    }

    public Flows under(String schedule) {
        return only(flow -> flow.route().schedule().equals(schedule));
    }

    public Flows ofDataset(String dataset) {
        return only(flow -> flow.route().dataset().equals(dataset));
    }

    public Flows forPurpose(String purpose) {
        return only(flow -> flow.route().purpose().equals(purpose));
    }

    /** Those that the decider permits when every fact is as wanted. */
    public Flows may() {
        return only(Flow::may);
    }

    /** Those that want something that can be supplied. */
    public Flows almost() {
        return only(Flow::almost);
    }

    /** Those that are refused whatever the facts. */
    public Flows not() {
        return only(Flow::not);
    }

    private Flows only(Predicate<Flow> wanted) {
        return new Flows(day, list.stream().filter(wanted).toList());
    }
}
