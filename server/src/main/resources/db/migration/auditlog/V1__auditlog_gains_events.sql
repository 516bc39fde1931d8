-- What happened. The server may add to it and read it; it may change and delete nothing.
create table auditlog.event (
    id            uuid        primary key,
    number        bigint      not null generated always as identity unique,
    at            timestamptz not null,
    kind          text        not null check (length(kind) between 3 and 64),
    reading       boolean     not null,
    practice      boolean     not null,
    actor         text        not null check (actor in ('person', 'client', 'server', 'nobody')),
    person        uuid,
    assignment    uuid,
    client        uuid,
    task          text,
    organisation  text,
    team          text,
    role          text,
    organisations text[]      not null,
    about_type    text,
    about_id      text,
    details       jsonb       not null,
    -- Of the salted hash that stands for this row in the ledger. With it gone, that hash says nothing any more.
    salt          bytea       not null check (length(salt) = 32),
    check ((about_type is null) = (about_id is null)),
    check ((actor = 'person') = (person is not null)),
    check ((actor = 'client') = (client is not null)),
    check ((actor = 'server') = (task is not null)),
    check (organisation is null or organisation = any (organisations))
);
create index event_by_time on auditlog.event (at);
create index event_by_kind on auditlog.event (kind, number);
create index event_by_person on auditlog.event (person, number);
create index event_by_organisation on auditlog.event using gin (organisations);
create index event_by_thing on auditlog.event (about_id, number);
create index event_of_reading on auditlog.event (at, person) where reading;

alter table auditlog.event enable row level security;
alter table auditlog.event force row level security;

-- The auditor reads all; those who answer for an organisation what concerns it; everybody else what they did themselves,
-- for the organisation in whose name they are here.
create policy events_are_read on auditlog.event for select
    using (foundation.is_server()
        or (practice = foundation.practises()
            and ((foundation.is_partnership_wide() and foundation.role() = 'auditor')
                or (foundation.role() in ('information-governance-officer', 'organisation-administrator',
                        'information-sharing-officer')
                    and organisations @> array [foundation.organisation()])
                or (person = foundation.person()
                    and (organisation is null or organisation = foundation.organisation())))));

-- Nobody records what somebody else did.
create policy events_are_recorded on auditlog.event for insert
    with check (foundation.reach() <> ''
        and (actor = 'server') = foundation.is_server()
        and practice = foundation.practises()
        and person is not distinct from foundation.person()
        and organisation is not distinct from foundation.organisation()
        and role is not distinct from foundation.role());

grant usage on schema auditlog to concordat_app;
grant select, insert on auditlog.event to concordat_app;
