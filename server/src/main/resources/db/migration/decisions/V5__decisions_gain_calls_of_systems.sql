-- What a system asked under a key of its own, so that asking twice, after a broken line, decides once.
create table decisions.api_call (
    organisation text        not null,
    key          text        not null check (length(key) between 1 and 64),
    body_hash    bytea       not null check (length(body_hash) = 32),
    decisions    uuid[]      not null,
    at           timestamptz not null,
    primary key (organisation, key)
);

alter table decisions.api_call enable row level security;
alter table decisions.api_call force row level security;

create policy calls_are_ones_own on decisions.api_call
    using (organisation = foundation.organisation())
    with check (organisation = foundation.organisation());

grant select, insert, delete on decisions.api_call to concordat_app;
