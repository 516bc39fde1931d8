-- For people who lost their password or telephone: an administrator makes a link, kept as a hash, that works once, for a day.
create table parties.help_link (
    token_hash bytea       primary key,
    person     uuid        not null references parties.person,
    lost       text        not null check (lost in ('PASSWORD', 'CODES', 'BOTH')),
    made_by    uuid        not null check (made_by <> person),
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index help_link_by_person on parties.help_link (person, made_at);

alter table parties.help_link enable row level security;
alter table parties.help_link force row level security;

create policy the_server_keeps_help_links on parties.help_link using (foundation.is_server());
create policy administrators_make_help_links on parties.help_link for insert
    with check (made_by = foundation.person() and person <> foundation.person()
        and (foundation.role() = 'partnership-administrator'
            or (foundation.role() = 'organisation-administrator'
                and person in (select id from parties.person where organisation = foundation.organisation()))));

grant select, insert, update on parties.help_link to concordat_app;
