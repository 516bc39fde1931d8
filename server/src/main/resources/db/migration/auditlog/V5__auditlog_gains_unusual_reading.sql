-- An hour in which somebody looked at far more than they and others in their role do.
create table auditlog.unusual_reading (
    id           uuid        not null primary key,
    person       uuid        not null,
    organisation text        not null,
    role         text        not null,
    hour         timestamptz not null,
    readings     int         not null,
    own_habit    numeric(9, 1),
    role_habit   numeric(9, 1),
    found_at     timestamptz not null,
    unique (person, organisation, role, hour)
);

-- What somebody who looked into it found. Their words stay here; the ledger holds a salted hash of the event only.
create table auditlog.unusual_reading_finding (
    reading  uuid        not null primary key references auditlog.unusual_reading,
    outcome  text        not null check (outcome in ('explained', 'not-explained')),
    words    text        not null check (length(words) between 1 and 2000),
    found_by uuid        not null,
    found_at timestamptz not null
);

alter table auditlog.unusual_reading enable row level security;
alter table auditlog.unusual_reading force row level security;
alter table auditlog.unusual_reading_finding enable row level security;
alter table auditlog.unusual_reading_finding force row level security;

-- Whoever is meant does not judge.
create policy readings_are_looked_into on auditlog.unusual_reading for select
    using (foundation.is_server()
        or (not foundation.practises()
            and person <> foundation.person()
            and (foundation.role() = 'auditor'
                or (foundation.role() = 'information-governance-officer'
                    and organisation = foundation.organisation()))));
create policy readings_are_noticed on auditlog.unusual_reading for insert
    with check (foundation.is_server());

create policy findings_are_seen on auditlog.unusual_reading_finding for select
    using (exists (select from auditlog.unusual_reading r where r.id = reading));
create policy findings_are_written on auditlog.unusual_reading_finding for insert
    with check (found_by = foundation.person()
        and exists (select from auditlog.unusual_reading r where r.id = reading));

grant select, insert on auditlog.unusual_reading, auditlog.unusual_reading_finding to concordat_app;
