-- What people prove themselves with. Only the server itself reads it, while somebody signs in or changes their own.
create table parties.account (
    person          uuid        primary key references parties.person,
    password_hash   text,
    code_secret     bytea,
    code_confirmed  boolean     not null default false,
    code_last_step  bigint      not null default 0,
    changed_at      timestamptz not null
);

-- One use each, kept as hashes.
create table parties.recovery_code (
    person  uuid  not null references parties.account,
    hash    bytea not null,
    used_at timestamptz,
    primary key (person, hash)
);

-- Failed attempts, under a keyed hash of the address or account that they were for, so that guessing is slowed down whether
-- or not the account exists.
create table parties.failed_attempt (
    about        bytea       not null,
    failures     int         not null,
    last_at      timestamptz not null,
    primary key (about)
);

create table parties.invitation (
    token_hash   bytea       primary key,
    email        text        not null,
    name         text        not null,
    organisation text        not null references parties.organisation,
    team         text        references parties.team,
    role         text        not null,
    invited_by   uuid        not null,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    accepted_by  uuid        references parties.person,
    withdrawn_at timestamptz
);
create index invitation_by_organisation on parties.invitation (organisation, invited_at);

alter table parties.account enable row level security;
alter table parties.account force row level security;
alter table parties.recovery_code enable row level security;
alter table parties.recovery_code force row level security;
alter table parties.failed_attempt enable row level security;
alter table parties.failed_attempt force row level security;
alter table parties.invitation enable row level security;
alter table parties.invitation force row level security;

create policy the_server_keeps_accounts on parties.account using (foundation.is_server());
create policy the_server_keeps_recovery_codes on parties.recovery_code using (foundation.is_server());
create policy the_server_counts_failures on parties.failed_attempt using (foundation.is_server());
create policy invitations_are_kept on parties.invitation
    using (foundation.is_server()
        or (parties.is_seen(organisation)
            and (foundation.role() = 'partnership-administrator'
                or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()
                    and role not in ('partnership-administrator', 'auditor')))));

grant select, insert, update, delete on parties.account, parties.recovery_code, parties.failed_attempt to concordat_app;
grant select, insert, update on parties.invitation to concordat_app;
