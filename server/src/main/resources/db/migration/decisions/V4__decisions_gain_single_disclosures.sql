-- A request about one person, on its own lawful basis, from its arrival to its reply. Whose record, who asks and why are words
-- that people typed: they are for the sender's people who handle it, and go nowhere else.
create table decisions.disclosure (
    id               uuid        primary key,
    number           bigint      generated always as identity unique,
    organisation     text        not null,
    recipient        text        not null,
    state            text        not null check (state in ('received', 'tested', 'waiting', 'permitted', 'refused',
                                                           'not-shared', 'sent', 'turned-down')),
    received_on      date        not null,
    due              date        not null check (due >= received_on),
    requester        text        not null check (length(requester) between 1 and 300),
    their_reference  text        not null check (length(their_reference) <= 100),
    subject          text        not null check (length(subject) between 1 and 200),
    why              text        not null check (length(why) between 1 and 4000),
    asked            text        not null check (length(asked) between 1 and 4000),
    request          text        not null,
    recorded_by      uuid        not null,
    practice         boolean     not null,
    decision         uuid        references decisions.decision,
    version          int         not null default 1
);
create index disclosure_log on decisions.disclosure (organisation, number desc);

-- What was done with it, by whom, when. Only added to.
create table decisions.disclosure_step (
    disclosure uuid        not null references decisions.disclosure,
    number     int         not null,
    step       text        not null check (step in ('receive', 'test', 'sign-off', 'decide', 'not-share', 'reply')),
    at         timestamptz not null,
    by_person  uuid        not null,
    by_role    text        not null,
    note       text        not null check (length(note) <= 4000),
    event      uuid        not null,
    primary key (disclosure, number)
);

alter table decisions.disclosure enable row level security;
alter table decisions.disclosure force row level security;
alter table decisions.disclosure_step enable row level security;
alter table decisions.disclosure_step force row level security;

create function decisions.handles_disclosures() returns boolean
    language sql stable parallel safe
    return foundation.role() in ('information-governance-officer', 'caldicott-guardian', 'executive-signatory',
                                 'information-sharing-officer', 'rights-officer');

create policy disclosures_are_seen on decisions.disclosure for select
    using (foundation.is_server()
        or (practice = foundation.practises() and organisation = foundation.organisation()
            and decisions.handles_disclosures()));
create policy disclosures_are_received on decisions.disclosure for insert
    with check (practice = foundation.practises() and organisation = foundation.organisation()
        and decisions.handles_disclosures() and recorded_by = foundation.person());
create policy disclosures_go_on on decisions.disclosure for update
    using (practice = foundation.practises() and organisation = foundation.organisation()
        and decisions.handles_disclosures())
    with check (organisation = foundation.organisation());
create policy steps_are_seen on decisions.disclosure_step for select
    using (exists (select 1 from decisions.disclosure d where d.id = disclosure));
create policy steps_are_kept on decisions.disclosure_step for insert
    with check (by_person = foundation.person()
        and exists (select 1 from decisions.disclosure d where d.id = disclosure));

grant select, insert on decisions.disclosure, decisions.disclosure_step to concordat_app;
grant update (state, decision, version) on decisions.disclosure to concordat_app;
grant execute on function decisions.handles_disclosures() to concordat_app;
