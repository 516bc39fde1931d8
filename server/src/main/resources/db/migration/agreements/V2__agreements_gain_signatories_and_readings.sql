-- Whose key signs for an organisation. The key itself is derived from a secret outside the database.
create table agreements.signatory (
    code         text        primary key,
    organisation text        not null,
    person       uuid        not null,
    office       text        not null check (length(office) between 2 and 200),
    public_key   bytea       not null check (length(public_key) = 32),
    starts_on    date        not null,
    ends_on      date,
    unique (organisation, person)
);

-- That an officer read a provision of the law pack as it stands.
create table agreements.reading (
    code        text        primary key,
    law_row     text        not null,
    fingerprint text        not null,
    officer     uuid        not null,
    organisation text       not null,
    source      text        not null check (length(source) between 2 and 4000),
    on_day      date        not null,
    withdrawn_on date
);
create index reading_by_row on agreements.reading (law_row);

-- A link by which one person signs one version for one organisation, once.
create table agreements.signing_link (
    token_hash   bytea       primary key,
    document     text        not null,
    number       int         not null,
    organisation text        not null,
    person       uuid        not null,
    made_by      uuid        not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    foreign key (document, number) references agreements.version
);

alter table agreements.signatory enable row level security;
alter table agreements.signatory force row level security;
alter table agreements.reading enable row level security;
alter table agreements.reading force row level security;
alter table agreements.signing_link enable row level security;
alter table agreements.signing_link force row level security;

create policy signatories_are_seen on agreements.signatory for select
    using (foundation.is_server() or foundation.reach() in ('organisation', 'partnership'));
create policy the_server_keeps_signatories on agreements.signatory using (foundation.is_server());
create policy readings_are_seen on agreements.reading for select
    using (foundation.is_server() or foundation.reach() in ('organisation', 'partnership'));
create policy readings_are_made on agreements.reading for insert
    with check (foundation.is_server()
        or (foundation.role() = 'information-governance-officer' and officer = foundation.person()
            and organisation = foundation.organisation()));
create policy readings_are_withdrawn on agreements.reading for update
    using (foundation.is_server()
        or (foundation.role() = 'information-governance-officer' and organisation = foundation.organisation()));
create policy the_server_keeps_links on agreements.signing_link using (foundation.is_server());

grant select, insert, update on agreements.signatory, agreements.reading, agreements.signing_link to concordat_app;
