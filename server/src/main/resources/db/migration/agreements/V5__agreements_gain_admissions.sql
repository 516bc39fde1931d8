-- One organisation's way into a document that lets others join: whoever asked, whoever accepts, how far it is.
create table agreements.admission (
    id           uuid        primary key,
    document     text        not null references agreements.document,
    organisation text        not null,
    state        text        not null check (state in ('asked', 'joined', 'refused', 'declined', 'withdrawn', 'left')),
    sign_up      uuid,
    office       text        not null check (length(office) between 2 and 200),
    reason       text        not null default '' check (length(reason) <= 4000),
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    signed_at    timestamptz,
    by_link      boolean     not null default false,
    left_on      date,
    chased_at    timestamptz,
    chased_times int         not null default 0
);
create unique index admission_under_way on agreements.admission (document, organisation) where state in ('asked', 'joined');
create index admission_by_organisation on agreements.admission (organisation, state);
create index admission_by_sign_up on agreements.admission (sign_up) where sign_up is not null;

create sequence agreements.accession_number;

-- Its accessions: one to the document, and one to each tier above it of which the organisation is no party yet. Texts never change.
create table agreements.accession (
    code         text        primary key check (code ~ '^AC-[0-9]+$'),
    number       bigint      not null unique,
    admission    uuid        not null references agreements.admission,
    document     text        not null references agreements.document,
    organisation text        not null,
    -- The party that accepts joiners; none where the document is open to all of its kinds.
    accepted_by  text,
    accepted_at  timestamptz,
    text         text        not null check (length(text) <= 100000),
    unique (admission, document)
);
create index accession_by_document on agreements.accession (document, organisation, number);
create index accession_by_acceptor on agreements.accession (accepted_by) where accepted_at is null;

-- A link by which one person signs one admission, once, as long as what is signed stays as it was when the link was made.
create table agreements.admission_link (
    token_hash bytea       primary key,
    admission  uuid        not null references agreements.admission,
    person     uuid        not null,
    seen       text        not null check (seen ~ '^[0-9a-f]{64}$'),
    made_by    uuid        not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index admission_link_by_admission on agreements.admission_link (admission);

create trigger admissions_change after insert or update on agreements.admission
    for each statement execute function foundation.note_change('agreements');
create trigger accessions_change after insert or update on agreements.accession
    for each statement execute function foundation.note_change('agreements');

alter table agreements.admission enable row level security;
alter table agreements.admission force row level security;
alter table agreements.accession enable row level security;
alter table agreements.accession force row level security;
alter table agreements.admission_link enable row level security;
alter table agreements.admission_link force row level security;

-- Who signs, for an organisation, or writes agreements for it.
create function agreements.may_sign_or_write() returns boolean
    language sql stable
    return agreements.may_write() or foundation.role() = 'executive-signatory';

-- Who joins what was agreed is the whole partnership's, as the document is.
create policy admissions_are_seen on agreements.admission for select
    using (foundation.is_server() or document in (select code from agreements.document));
create policy admissions_are_asked on agreements.admission for insert
    with check (foundation.is_server()
        or (document in (select code from agreements.document) and agreements.may_sign_or_write()
            and organisation = foundation.organisation() and sign_up is null));

create policy accessions_are_seen on agreements.accession for select
    using (foundation.is_server() or document in (select code from agreements.document));
create policy accessions_are_asked on agreements.accession for insert
    with check (foundation.is_server()
        or (agreements.may_sign_or_write() and organisation = foundation.organisation()
            and admission in (select id from agreements.admission where organisation = foundation.organisation())));

-- Changed by the joiner, by whoever accepts it, and by the signatory whose signature brings a new version, which asks joiners again.
create policy admissions_are_changed on agreements.admission for update
    using (foundation.is_server()
        or (agreements.may_sign_or_write()
            and (organisation = foundation.organisation()
                or id in (select admission from agreements.accession where accepted_by = foundation.organisation())))
        or (foundation.role() = 'executive-signatory' and agreements.is_party_of_some_version(document)));
create policy accessions_are_accepted on agreements.accession for update
    using (foundation.is_server()
        or (foundation.role() = 'executive-signatory'
            and (accepted_by = foundation.organisation() or agreements.is_party_of_some_version(document))));
create policy the_server_keeps_links_to_join on agreements.admission_link using (foundation.is_server());

grant usage on sequence agreements.accession_number to concordat_app;
grant select, insert on agreements.admission, agreements.accession to concordat_app;
grant update (state, reason, signed_at, by_link, left_on, chased_at, chased_times) on agreements.admission to concordat_app;
grant update (accepted_at) on agreements.accession to concordat_app;
grant select, insert, update on agreements.admission_link to concordat_app;
grant execute on function agreements.may_sign_or_write() to concordat_app;
