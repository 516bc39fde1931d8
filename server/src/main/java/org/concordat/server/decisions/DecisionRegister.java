package org.concordat.server.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.internal.DecisionList;
import org.concordat.server.decisions.internal.DecisionRow;
import org.concordat.server.decisions.internal.DecisionRows;
import org.concordat.server.decisions.internal.DecisionRows.Kept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All decisions that somebody may look up: those in which their organisation has part. Looking at one is recorded. */
@Service
public final class DecisionRegister {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TransactionTemplate transaction;
    private final DecisionRows rows;
    private final DecisionList list;
    private final AuditLog audit;
    private final Clock clock;

    DecisionRegister(
            PlatformTransactionManager transactions,
            DecisionRows rows,
            DecisionList list,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.list = list;
        this.audit = audit;
        this.clock = clock;
    }

    /** The decision of that id, if the actor's organisation has part in it. Recorded as looked at. */
    public Optional<KeptDecision> open(UUID id) {
        return inTransaction(() -> rows.find(id).map(kept -> {
            audit.record(Decisions.concerning(DecisionsAudit.DECISION_SEEN, kept.row()));
            return decision(kept);
        }));
    }

    /** The same without a record of it, for whoever has just asked. */
    public Optional<KeptDecision> find(UUID id) {
        return inTransaction(() -> rows.find(id).map(this::decision));
    }

    /** A page of the list. */
    public List<DecisionList.Line> list(DecisionList.Wanted wanted, String orderBy, int size, long offset) {
        return inTransaction(() -> list.lines(wanted, orderBy, size, offset));
    }

    /** How many the list has. */
    public long count(DecisionList.Wanted wanted) {
        return inTransaction(() -> list.count(wanted));
    }

    /** Today, in London. */
    public LocalDate today() {
        return WorkingDays.day(clock.instant());
    }

    private KeptDecision decision(Kept kept) {
        DecisionRow row = kept.row();
        return new KeptDecision(
                row.id(),
                row.matter(),
                row.at(),
                row.day(),
                row.expires(),
                row.ground(),
                RequestText.readBack(row.request(), row.day()),
                JSON.readValue(row.answer(), Explanation.class),
                JSON.readValue(row.facts(), new TypeReference<List<KeptDecision.Known>>() {}),
                row.schedule(),
                kept.words().subject(),
                kept.words().reason(),
                rows.usedAt(row.id()),
                row.by(),
                row.event());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()), "work answers");
    }
}
