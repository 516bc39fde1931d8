-- Codes are what agreements, decisions and the ledger call them; they never change and are never given out again.
create table parties.organisation (
    code                text        primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$'),
    name                text        not null check (length(name) between 2 and 200),
    kinds               text[]      not null check (cardinality(kinds) > 0),
    listed_in           text[]      not null default '{}',
    nation              text        not null,
    address             text        not null default '' check (length(address) <= 1000),
    contact_email       text        not null default '' check (length(contact_email) <= 254),
    registration_number text        not null default '' check (length(registration_number) <= 20),
    privacy_notice      text        not null default '' check (length(privacy_notice) <= 500),
    protection_officer  text        not null default '' check (length(protection_officer) <= 200),
    protection_email    text        not null default '' check (length(protection_email) <= 254),
    objects             text        not null default '' check (length(objects) <= 4000),
    practice            boolean     not null default false,
    joined_on           date        not null,
    left_on             date,
    version             int         not null default 1,
    check (left_on is null or left_on >= joined_on)
);
create unique index organisation_by_name on parties.organisation (practice, lower(name));

create table parties.team (
    code         text    primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$'),
    organisation text    not null references parties.organisation,
    name         text    not null check (length(name) between 2 and 200),
    function     text    not null default '' check (length(function) <= 1000),
    closed_on    date,
    version      int     not null default 1
);
create unique index team_by_name on parties.team (organisation, lower(name)) where closed_on is null;

alter table parties.organisation enable row level security;
alter table parties.organisation force row level security;
alter table parties.team enable row level security;
alter table parties.team force row level security;

-- Partners know each other by name; whoever practises sees the made-up partners only, and nobody else sees those.
create policy partners_are_seen on parties.organisation for select
    using (foundation.is_server()
        or (foundation.reach() in ('organisation', 'partnership') and practice = foundation.practises()));
create policy organisations_are_added on parties.organisation for insert
    with check (foundation.is_server()
        or (foundation.role() = 'partnership-administrator' and practice = foundation.practises()));
create policy organisations_are_amended on parties.organisation for update
    using (foundation.is_server()
        or (foundation.role() = 'partnership-administrator' and practice = foundation.practises())
        or (foundation.role() in ('organisation-administrator', 'information-governance-officer')
            and code = foundation.organisation()));

create function parties.is_seen(organisation_code text) returns boolean
    language sql stable
    return exists (select from parties.organisation where code = organisation_code);

create policy teams_are_seen on parties.team for select
    using (foundation.is_server() or parties.is_seen(organisation));
create policy teams_are_added on parties.team for insert
    with check (foundation.is_server()
        or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()));
create policy teams_are_amended on parties.team for update
    using (foundation.is_server()
        or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()));

grant usage on schema parties to concordat_app;
grant select, insert, update on parties.organisation, parties.team to concordat_app;
grant execute on function parties.is_seen(text) to concordat_app;
