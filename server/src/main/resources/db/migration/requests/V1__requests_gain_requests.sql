-- A need to share, from "I need" to a decision. Its code is shown to people and never given out again.
create sequence requests.request_number;

create table requests.request (
    code             text        primary key check (code ~ '^RQ-[0-9]{1,9}$'),
    title            text        not null check (length(title) between 1 and 200),
    purpose          text        not null default '' check (length(purpose) <= 60),
    aim              text        not null default '' check (length(aim) <= 4000),
    people           text        not null default '' check (length(people) <= 4000),
    places           text        not null default '' check (length(places) <= 4000),
    datasets         text[]      not null default '{}',
    fields           text[]      not null default '{}',
    data_in_words    text        not null default '' check (length(data_in_words) <= 4000),
    form             text        not null default '',
    benefit          text        not null default '' check (length(benefit) <= 4000),
    supplier_gain    text        not null default '' check (length(supplier_gain) <= 4000),
    supplier_hours   int         check (supplier_hours between 0 and 10000),
    otherwise        text        not null default '' check (length(otherwise) <= 4000),
    needed_by        date,
    sponsor          text        not null default '' check (length(sponsor) <= 200),
    asking           text        not null,
    supplying        text        not null,
    state            text        not null,
    since            timestamptz not null,
    due_on           date,
    passed_on_at     timestamptz,
    practice         boolean     not null,
    made_by          uuid,
    made_at          timestamptz not null,
    version          int         not null default 1,
    check (asking <> supplying)
);
create index request_by_asking on requests.request (asking, state);
create index request_by_supplying on requests.request (supplying, state);
create index request_by_due_day on requests.request (due_on) where due_on is not null;

-- What became of it, step by step. Never changed.
create table requests.step (
    id           uuid        primary key,
    request      text        not null references requests.request,
    step         text        not null,
    from_state   text        not null,
    to_state     text        not null,
    at           timestamptz not null,
    by_person    uuid,
    organisation text,
    reason       text        not null default '' check (length(reason) <= 4000)
);
create index step_by_request on requests.step (request, at);

-- Questions and answers between the organisations.
create table requests.message (
    id           uuid        primary key,
    request      text        not null references requests.request,
    at           timestamptz not null,
    by_person    uuid        not null,
    organisation text        not null,
    answers      uuid        references requests.message,
    text         text        not null check (length(text) between 1 and 4000)
);
create index message_by_request on requests.message (request, at);

-- How it was decided, with the words; also what was refused is kept.
create table requests.decision (
    request      text        primary key references requests.request,
    outcome      text        not null check (outcome in ('approved', 'not-to-share', 'not-now')),
    reasons      text        not null check (length(reasons) between 1 and 4000),
    changes      text        not null default '' check (length(changes) <= 4000),
    look_again   date,
    schedule     text,
    draft        text        not null default '',
    by_person    uuid        not null,
    by_role      text        not null,
    organisation text        not null,
    at           timestamptz not null
);

-- Who was asked to score benefit and risk. Holds both organisations, so that seeing a request can rest on it.
create table requests.assessor (
    request      text        not null references requests.request,
    person       uuid        not null,
    kind         text        not null check (kind in ('officer', 'practitioner', 'lay')),
    organisation text        not null,
    asking       text        not null,
    supplying    text        not null,
    practice     boolean     not null,
    invited_by   uuid        not null,
    invited_at   timestamptz not null,
    score_by     date        not null,
    submitted_at timestamptz,
    primary key (request, person)
);
create index assessor_by_person on requests.assessor (person) where submitted_at is null;

alter table requests.request enable row level security;
alter table requests.request force row level security;
alter table requests.step enable row level security;
alter table requests.step force row level security;
alter table requests.message enable row level security;
alter table requests.message force row level security;
alter table requests.decision enable row level security;
alter table requests.decision force row level security;
alter table requests.assessor enable row level security;
alter table requests.assessor force row level security;

-- Assessors are seen by both organisations, by themselves, and by the auditor.
create policy assessors_are_seen on requests.assessor for select
    using (foundation.is_server()
        or (practice = foundation.practises()
            and (person = foundation.person() or foundation.organisation() in (asking, supplying)
                or foundation.role() = 'auditor')));

-- Whoever asks sees it always, whoever would supply once it was passed on to them, an assessor while they assess.
create policy requests_are_seen on requests.request for select
    using (foundation.is_server()
        or (practice = foundation.practises()
            and (asking = foundation.organisation()
                or (supplying = foundation.organisation() and passed_on_at is not null)
                or foundation.role() = 'auditor'
                or exists (select from requests.assessor a
                           where a.request = code and a.person = foundation.person()))));
create policy requests_are_made on requests.request for insert
    with check (foundation.is_server()
        or (asking = foundation.organisation() and practice = foundation.practises() and foundation.role() <> 'auditor'));
create policy requests_are_changed on requests.request for update
    using (foundation.is_server()
        or (practice = foundation.practises() and foundation.role() <> 'auditor'
            and (asking = foundation.organisation()
                or (supplying = foundation.organisation() and passed_on_at is not null))));

create function requests.is_seen(request_code text) returns boolean
    language sql stable
    return exists (select from requests.request where code = request_code);

-- Whether whoever acts belongs to one of the two organisations; an assessor from elsewhere only looks.
create function requests.is_party(request_code text) returns boolean
    language sql stable
    return exists (select from requests.request
                   where code = request_code and foundation.organisation() in (asking, supplying)
                     and foundation.role() <> 'auditor');

create policy assessors_are_invited on requests.assessor for insert
    with check (foundation.is_server() or (requests.is_party(request) and invited_by = foundation.person()));
create policy assessors_submit on requests.assessor for update
    using (foundation.is_server() or person = foundation.person() or requests.is_party(request));

create policy steps_are_seen on requests.step for select using (foundation.is_server() or requests.is_seen(request));
create policy steps_are_kept on requests.step for insert
    with check (foundation.is_server() or (requests.is_party(request) and by_person = foundation.person()));
-- What the two organisations say to each other is not for assessors from elsewhere.
create policy messages_are_seen on requests.message for select
    using (foundation.is_server() or requests.is_party(request)
        or (foundation.role() = 'auditor' and requests.is_seen(request)));
create policy messages_are_kept on requests.message for insert
    with check (requests.is_party(request) and by_person = foundation.person()
        and organisation = foundation.organisation());
create policy decisions_are_seen on requests.decision for select
    using (foundation.is_server() or requests.is_seen(request));
create policy decisions_are_kept on requests.decision for insert
    with check (requests.is_party(request) and by_person = foundation.person());
create policy decisions_are_taken_up_again on requests.decision for delete
    using (foundation.is_server() or (requests.is_party(request) and outcome = 'not-now'));

grant usage on schema requests to concordat_app;
grant usage on sequence requests.request_number to concordat_app;
grant select, insert, update on requests.request, requests.assessor to concordat_app;
grant select, insert on requests.step, requests.message to concordat_app;
grant select, insert, delete on requests.decision to concordat_app;
grant execute on function requests.is_seen(text), requests.is_party(text) to concordat_app;
