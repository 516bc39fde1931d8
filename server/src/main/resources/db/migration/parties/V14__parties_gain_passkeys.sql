-- Keys in people's own devices, by which they prove themselves (W3C Web Authentication). Only their public half is here.
create table parties.passkey (
    id              uuid        primary key,
    credential      bytea       not null unique,
    person          uuid        not null references parties.person,
    label           text        not null check (length(label) between 1 and 100),
    public_key      bytea       not null,
    -- Goes up with each use where the device counts: a copy would be noticed by it.
    signature_count bigint      not null,
    uv_initialised  boolean     not null,
    transports      text[]      not null,
    backup_eligible boolean     not null,
    backup_state    boolean     not null,
    attestation     bytea,
    made_at         timestamptz not null,
    last_used_at    timestamptz not null
);
create index passkey_by_person on parties.passkey (person, made_at);

alter table parties.passkey enable row level security;
alter table parties.passkey force row level security;

create policy the_server_keeps_passkeys on parties.passkey using (foundation.is_server());

grant select, insert, update, delete on parties.passkey to concordat_app;
