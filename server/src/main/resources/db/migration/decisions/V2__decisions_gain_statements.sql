-- What authorised people answered: a fact about a schedule, a purpose, or one matter. A later statement of the same organisation
-- about the same thing takes an earlier one's place. Never changed; taken back by a row of its own.
create table decisions.statement (
    id            uuid        primary key,
    fact          text        not null,
    answer        text        not null check (answer in ('yes', 'no')),
    about         text        not null check (about in ('schedule', 'purpose', 'matter')),
    about_id      text        not null,
    organisation  text        not null,
    by_person     uuid        not null,
    by_role       text        not null,
    at            timestamptz not null,
    holds_from    date        not null,
    holds_until   date,
    practice      boolean     not null,
    event         uuid        not null,
    check (holds_until is null or holds_until >= holds_from)
);
create index statement_by_thing on decisions.statement (about, about_id, fact, organisation, at desc);

create table decisions.statement_words (
    statement uuid primary key references decisions.statement,
    reason    text not null check (length(reason) between 1 and 4000)
);

create table decisions.statement_withdrawal (
    statement uuid        primary key references decisions.statement,
    by_person uuid        not null,
    at        timestamptz not null,
    event     uuid        not null
);

-- What decisions that could not be made wait for. A matter's newest decision counts.
create table decisions.awaited_fact (
    decision  uuid not null references decisions.decision,
    matter    uuid not null,
    fact      text not null,
    sender    text not null,
    recipient text not null,
    at        timestamptz not null,
    practice  boolean not null,
    primary key (decision, fact)
);
create index awaited_fact_by_sender on decisions.awaited_fact (sender, fact, at desc);
create index awaited_fact_by_recipient on decisions.awaited_fact (recipient, fact, at desc);

alter table decisions.statement enable row level security;
alter table decisions.statement force row level security;
alter table decisions.statement_words enable row level security;
alter table decisions.statement_words force row level security;
alter table decisions.statement_withdrawal enable row level security;
alter table decisions.statement_withdrawal force row level security;
alter table decisions.awaited_fact enable row level security;
alter table decisions.awaited_fact force row level security;

-- An answer counts for whoever asks, of whatever organisation, so all may read it: it names no resident and says only yes or
-- no about a schedule, a purpose or a random number. Its reason is for the organisation that gave it, and the auditor.
create policy statements_are_seen on decisions.statement for select
    using (foundation.is_server()
        or (practice = foundation.practises()
            and (foundation.organisation() is not null or foundation.role() = 'auditor')));
create policy statements_are_made on decisions.statement for insert
    with check (organisation = foundation.organisation() and by_person = foundation.person()
        and by_role = foundation.role() and practice = foundation.practises());
create policy reasons_are_seen on decisions.statement_words for select
    using (foundation.is_server()
        or exists (select 1 from decisions.statement s
                   where s.id = statement
                     and (s.organisation = foundation.organisation() or foundation.role() = 'auditor')));
create policy reasons_are_kept on decisions.statement_words for insert
    with check (exists (select 1 from decisions.statement s
                        where s.id = statement and s.by_person = foundation.person()));
create policy withdrawals_are_seen on decisions.statement_withdrawal for select
    using (foundation.is_server() or exists (select 1 from decisions.statement s where s.id = statement));
create policy withdrawals_are_kept on decisions.statement_withdrawal for insert
    with check (by_person = foundation.person()
        and exists (select 1 from decisions.statement s
                    where s.id = statement and s.organisation = foundation.organisation()));
create policy awaited_facts_are_seen on decisions.awaited_fact for select
    using (decisions.is_seen(sender, recipient, null, practice));
create policy awaited_facts_are_kept on decisions.awaited_fact for insert
    with check (exists (select 1 from decisions.decision d where d.id = decision));

grant select, insert on decisions.statement, decisions.statement_words, decisions.statement_withdrawal,
    decisions.awaited_fact to concordat_app;
