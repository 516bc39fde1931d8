-- An e-mail address that an administrator typed for somebody. It counts once the person confirms it by a link, kept as a hash, that
-- works once, for a week; a newer one replaces it.
create table parties.email_change (
    token_hash bytea       primary key,
    person     uuid        not null references parties.person,
    email      text        not null check (length(email) between 3 and 254),
    made_by    uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index email_change_by_person on parties.email_change (person, made_at);

alter table parties.email_change enable row level security;
alter table parties.email_change force row level security;

create policy the_server_keeps_new_addresses on parties.email_change using (foundation.is_server());
create policy administrators_type_new_addresses on parties.email_change for insert
    with check (made_by = foundation.person()
        and (foundation.role() = 'partnership-administrator'
            or (foundation.role() = 'organisation-administrator'
                and person in (select id from parties.person where organisation = foundation.organisation()))));

grant select, insert, update on parties.email_change to concordat_app;
