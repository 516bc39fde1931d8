grant usage on schema decisions to concordat_app;

-- Every answer to "may this be shared?", and every decision of a person not to share. Written once, never changed.
-- Holds codes and what follows from them; whose record it is about, and reasons that people typed, are in asked_words.
create table decisions.decision (
    id                uuid        primary key,
    matter            uuid        not null,
    at                timestamptz not null,
    day               date        not null,
    expires           timestamptz not null,
    outcome           text        not null check (outcome in ('permitted', 'refused', 'needs-facts', 'not-shared')),
    ground            text        not null check (ground in ('agreement', 'single-disclosure', 'reuse', 'serious-harm')),
    sender            text        not null,
    recipient         text        not null,
    dataset           text        not null,
    purpose           text        not null,
    form              text        not null,
    schedule          text,
    request           text        not null,
    facts             text        not null,
    answer            text        not null,
    request_salt      bytea       not null check (length(request_salt) = 32),
    facts_salt        bytea       not null check (length(facts_salt) = 32),
    answer_salt       bytea       not null check (length(answer_salt) = 32),
    law_pack          text        not null,
    folder            text        not null,
    by_person         uuid,
    by_client         uuid,
    by_organisation   text,
    by_role           text,
    asked_by          uuid,
    practice          boolean     not null,
    event             uuid        not null
);
create index decision_by_sender on decisions.decision (sender, at desc);
create index decision_by_recipient on decisions.decision (recipient, at desc);
create index decision_by_matter on decisions.decision (matter, at desc);

create table decisions.asked_words (
    decision     uuid  primary key references decisions.decision,
    subject      text  check (length(subject) between 1 and 200),
    reason       text  check (length(reason) between 1 and 4000),
    reason_salt  bytea check (length(reason_salt) = 32),
    check ((reason is null) = (reason_salt is null))
);

-- A permission is used once: the key says so.
create table decisions.decision_use (
    decision  uuid        primary key references decisions.decision,
    at        timestamptz not null,
    by_person uuid,
    by_client uuid,
    folder    text        not null,
    answer    text        not null,
    event     uuid        not null
);

-- Whom a decision concerns: both sides, whoever asked, and the auditor. What is practised is seen in practice only.
create function decisions.is_seen(sender text, recipient text, asked_by text, practice boolean) returns boolean
    language sql stable parallel safe
    return foundation.is_server()
        or (practice = foundation.practises()
            and ((foundation.is_partnership_wide() and foundation.role() = 'auditor')
                or (not foundation.is_partnership_wide()
                    and foundation.organisation() in (sender, recipient, coalesce(asked_by, sender)))));

alter table decisions.decision enable row level security;
alter table decisions.decision force row level security;
alter table decisions.asked_words enable row level security;
alter table decisions.asked_words force row level security;
alter table decisions.decision_use enable row level security;
alter table decisions.decision_use force row level security;

create policy decisions_are_seen on decisions.decision for select
    using (decisions.is_seen(sender, recipient, by_organisation, practice));
create policy decisions_are_kept on decisions.decision for insert
    with check (foundation.is_server()
        or (by_organisation = foundation.organisation() and practice = foundation.practises()));

-- Words are for the staff concerned: whoever asked, and those who answer for what is shared.
create policy words_are_seen on decisions.asked_words for select
    using (foundation.is_server()
        or exists (select 1 from decisions.decision d
                   where d.id = decision
                     and (foundation.person() in (d.by_person, d.asked_by)
                          or (d.by_person is null and foundation.person() is null
                              and d.by_organisation = foundation.organisation())
                          or (foundation.organisation() in (d.sender, d.recipient)
                              and foundation.role() in ('information-governance-officer', 'caldicott-guardian',
                                                        'executive-signatory', 'rights-officer')))));
create policy words_are_kept on decisions.asked_words for insert
    with check (exists (select 1 from decisions.decision d where d.id = decision));

create policy uses_are_seen on decisions.decision_use for select
    using (foundation.is_server() or exists (select 1 from decisions.decision d where d.id = decision));
create policy uses_are_kept on decisions.decision_use for insert
    with check (foundation.is_server() or exists (select 1 from decisions.decision d where d.id = decision));

grant select, insert on decisions.decision, decisions.asked_words, decisions.decision_use to concordat_app;
grant execute on all functions in schema decisions to concordat_app;
