-- Many organisations asked at once to join one document.
create table agreements.sign_up (
    id           uuid        primary key,
    document     text        not null references agreements.document,
    -- Whose sign-up it is: the party that accepts joiners, or the steward where nobody need accept them.
    organisation text        not null,
    state        text        not null check (state in ('open', 'stopped')),
    -- Whether for each joiner a dataset is described like the one for which it stands.
    brings       boolean     not null default false,
    made_by      uuid        not null,
    made_at      timestamptz not null,
    stopped_at   timestamptz
);
create unique index sign_up_open on agreements.sign_up (document) where state = 'open';

-- What was pasted, cell by cell, and what became of it.
create table agreements.sign_up_row (
    sign_up      uuid  not null references agreements.sign_up,
    line         int   not null check (line between 1 and 10000),
    name         text  not null check (length(name) <= 500),
    kind         text  not null check (length(kind) <= 500),
    nation       text  not null check (length(nation) <= 500),
    email        text  not null check (length(email) <= 500),
    registration text  not null check (length(registration) <= 500),
    office       text  not null check (length(office) <= 500),
    -- The organisation that it is, where it is like one that is here: its code, or 'new'; empty while nobody has said.
    same_as      text  not null default '',
    organisation text,
    person       uuid,
    admission    uuid  references agreements.admission,
    primary key (sign_up, line)
);

alter table agreements.sign_up enable row level security;
alter table agreements.sign_up force row level security;
alter table agreements.sign_up_row enable row level security;
alter table agreements.sign_up_row force row level security;

create function agreements.runs_sign_ups() returns boolean
    language sql stable
    return foundation.role() in ('partnership-administrator', 'information-governance-officer');

-- Rows hold signatories' addresses: seen by those who run the sign-up, and by those who write or accept for the same organisation.
create policy sign_ups_are_seen on agreements.sign_up for select
    using (foundation.is_server()
        or (document in (select code from agreements.document)
            and (foundation.is_partnership_wide()
                or (agreements.may_sign_or_write() and organisation = foundation.organisation()))));
create policy sign_ups_are_opened on agreements.sign_up for insert
    with check (foundation.is_server()
        or (document in (select code from agreements.document) and agreements.runs_sign_ups()
            and (foundation.role() = 'partnership-administrator' or organisation = foundation.organisation())));
create policy sign_ups_are_stopped on agreements.sign_up for update
    using (foundation.is_server()
        or (agreements.runs_sign_ups()
            and (foundation.role() = 'partnership-administrator' or organisation = foundation.organisation())));

create policy rows_are_seen on agreements.sign_up_row for select
    using (foundation.is_server() or sign_up in (select id from agreements.sign_up));
create policy rows_are_pasted on agreements.sign_up_row for insert
    with check (foundation.is_server()
        or (agreements.runs_sign_ups() and sign_up in (select id from agreements.sign_up where state = 'open')));
create policy rows_are_corrected on agreements.sign_up_row for update
    using (foundation.is_server()
        or (agreements.runs_sign_ups() and sign_up in (select id from agreements.sign_up where state = 'open')));
create policy rows_are_taken_back on agreements.sign_up_row for delete
    using (foundation.is_server()
        or (admission is null and agreements.runs_sign_ups()
            and sign_up in (select id from agreements.sign_up where state = 'open')));

grant select, insert on agreements.sign_up to concordat_app;
grant update (state, stopped_at) on agreements.sign_up to concordat_app;
grant select, insert, delete on agreements.sign_up_row to concordat_app;
grant update (same_as, organisation, person, admission) on agreements.sign_up_row to concordat_app;
grant execute on function agreements.runs_sign_ups() to concordat_app;
