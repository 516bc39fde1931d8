-- By which subject of which identity provider a person is known. Bound once, at the first sign-in, while an invitation stands.
create table parties.identity (
    issuer   text        not null,
    subject  text        not null check (length(subject) between 1 and 255),
    person   uuid        not null references parties.person,
    bound_at timestamptz not null,
    primary key (issuer, subject),
    unique (person, issuer)
);

alter table parties.identity enable row level security;
alter table parties.identity force row level security;

create policy the_server_keeps_identities on parties.identity using (foundation.is_server());

grant select, insert on parties.identity to concordat_app;
