-- Another computer system of an organisation. Its secret is kept as a hash; its tokens live an hour.
create table parties.client (
    id           uuid        primary key,
    organisation text        not null references parties.organisation,
    team         text        references parties.team,
    role         text        not null,
    name         text        not null check (length(name) between 2 and 200),
    secret_hash  bytea       not null,
    made_by      uuid        not null,
    made_at      timestamptz not null,
    expires_on   date        not null,
    ended_at     timestamptz
);
create table parties.client_token (
    hash       bytea       primary key,
    client     uuid        not null references parties.client,
    expires_at timestamptz not null
);
create index client_token_by_expiry on parties.client_token (expires_at);

alter table parties.client enable row level security;
alter table parties.client force row level security;
alter table parties.client_token enable row level security;
alter table parties.client_token force row level security;

create policy clients_are_kept on parties.client
    using (foundation.is_server()
        or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()));
create policy the_server_keeps_tokens on parties.client_token using (foundation.is_server());

grant select, insert, update on parties.client to concordat_app;
grant select, insert, delete on parties.client_token to concordat_app;
