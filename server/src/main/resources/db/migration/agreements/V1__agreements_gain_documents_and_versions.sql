-- A protocol, agreement or schedule, by the code that its text gives it.
create table agreements.document (
    code       text        primary key check (length(code) between 1 and 60),
    tier       text        not null check (tier in ('protocol', 'agreement', 'schedule')),
    parent     text        references agreements.document,
    steward    text        not null,
    practice   boolean     not null default false,
    made_at    timestamptz not null
);
create index document_by_parent on agreements.document (parent);

-- Its versions. The text of one that was sent out for signature never changes again; only its state does.
create table agreements.version (
    document      text        not null references agreements.document,
    number        int         not null check (number > 0),
    state         text        not null,
    title         text        not null,
    text          text        not null check (length(text) <= 1000000),
    parties       text[]      not null,
    starts_on     date        not null,
    ends_on       date        not null,
    review_by     date        not null,
    is_public     boolean     not null,
    -- Live as soon as two have signed, for those who have; else when all have.
    mass          boolean     not null default false,
    fingerprint   text        check (fingerprint ~ '^[0-9a-f]{64}$'),
    made_by       uuid,
    made_at       timestamptz not null,
    sent_at       timestamptz,
    in_force_at   timestamptz,
    ended_on      date,
    version       int         not null default 1,
    primary key (document, number),
    check ((state = 'draft' or state = 'withdrawn') or fingerprint is not null)
);
create index version_by_state on agreements.version (state, document);
create index version_by_review on agreements.version (review_by) where state = 'in-force';
create unique index version_in_force on agreements.version (document) where state in ('in-force', 'suspended');
create unique index version_under_way on agreements.version (document) where state in ('draft', 'out-for-signature');

create function agreements.refuse_change_of_text() returns trigger language plpgsql as $$
begin
    raise exception 'the text of % version % was sent out for signature and cannot change', old.document, old.number;
end $$;
create trigger text_never_changes before update on agreements.version for each row
    when (old.state <> 'draft' and (old.text is distinct from new.text
        or old.fingerprint is distinct from new.fingerprint or old.parties is distinct from new.parties
        or old.mass is distinct from new.mass))
    execute function agreements.refuse_change_of_text();

-- What each party said to a version that was sent out.
create table agreements.sign_off (
    document     text        not null,
    number       int         not null,
    organisation text        not null,
    state        text        not null check (state in ('awaited', 'signed', 'declined')),
    person       uuid,
    office       text        not null default '' check (length(office) <= 200),
    by_link      boolean     not null default false,
    reason       text        not null default '' check (length(reason) <= 4000),
    at           timestamptz,
    chased_at    timestamptz,
    chased_times int         not null default 0,
    primary key (document, number, organisation),
    foreign key (document, number) references agreements.version
);
create index sign_off_by_organisation on agreements.sign_off (organisation, state);

-- Signatures as files: Ed25519 over what was signed. Of documents and of accessions.
create table agreements.signature (
    id           text        primary key,
    signed       text        not null,
    organisation text        not null,
    person       uuid        not null,
    text         text        not null,
    at           timestamptz not null
);
create index signature_by_signed on agreements.signature (signed, organisation);

alter table agreements.document enable row level security;
alter table agreements.document force row level security;
alter table agreements.version enable row level security;
alter table agreements.version force row level security;
alter table agreements.sign_off enable row level security;
alter table agreements.sign_off force row level security;
alter table agreements.signature enable row level security;
alter table agreements.signature force row level security;

create policy documents_are_seen on agreements.document for select
    using (foundation.is_server()
        or (foundation.reach() in ('organisation', 'partnership') and practice = foundation.practises()));

create function agreements.is_seen(document_code text) returns boolean
    language sql stable
    return exists (select from agreements.document where code = document_code);

-- Who writes agreements for an organisation.
create function agreements.may_write() returns boolean
    language sql stable
    return foundation.role() in ('information-sharing-officer', 'information-governance-officer', 'partnership-administrator');

create policy documents_are_made on agreements.document for insert
    with check (foundation.is_server()
        or (agreements.may_write() and practice = foundation.practises() and steward = foundation.organisation()));

-- What is being written is its parties' and its steward's; what was agreed is the whole partnership's.
create policy versions_are_seen on agreements.version for select
    using (foundation.is_server()
        or (agreements.is_seen(document)
            and (state in ('in-force', 'suspended', 'ended', 'superseded')
                or foundation.is_partnership_wide()
                or foundation.organisation() = any (parties)
                or foundation.organisation() = (select d.steward from agreements.document d where d.code = document))));
create policy versions_are_made on agreements.version for insert
    with check (foundation.is_server() or (agreements.is_seen(document) and agreements.may_write()));
create policy versions_are_changed on agreements.version for update
    using (foundation.is_server()
        or (agreements.is_seen(document)
            and (agreements.may_write() or foundation.role() = 'executive-signatory')
            and (foundation.organisation() = any (parties)
                or foundation.organisation() = (select d.steward from agreements.document d where d.code = document))));

create policy sign_offs_are_seen on agreements.sign_off for select
    using (foundation.is_server()
        or exists (select from agreements.version v where v.document = sign_off.document and v.number = sign_off.number));
create policy sign_offs_are_asked on agreements.sign_off for insert
    with check (foundation.is_server()
        or (agreements.may_write()
            and exists (select from agreements.version v where v.document = sign_off.document and v.number = sign_off.number)));
create policy sign_offs_are_given on agreements.sign_off for update
    using (foundation.is_server()
        or (foundation.role() = 'executive-signatory' and organisation = foundation.organisation())
        or (agreements.may_write()
            and foundation.organisation() = (select d.steward from agreements.document d where d.code = document)));

create policy signatures_are_seen on agreements.signature for select
    using (foundation.is_server() or foundation.reach() in ('organisation', 'partnership'));
create policy signatures_are_made on agreements.signature for insert
    with check (foundation.is_server()
        or (foundation.role() = 'executive-signatory' and organisation = foundation.organisation()
            and person = foundation.person()));

grant usage on schema agreements to concordat_app;
grant select, insert on agreements.document to concordat_app;
grant select, insert, update on agreements.version, agreements.sign_off to concordat_app;
grant select, insert on agreements.signature to concordat_app;
grant execute on function agreements.is_seen(text), agreements.may_write() to concordat_app;
