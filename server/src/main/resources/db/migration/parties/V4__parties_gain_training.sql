create table parties.course (
    code        text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$'),
    name        text not null check (length(name) between 2 and 200),
    months_kept int  not null check (months_kept between 1 and 60),
    -- Roles for which it is needed before anything is shared; all roles where empty.
    roles       text[] not null default '{}'
);

create table parties.training (
    person      uuid not null references parties.person,
    course      text not null references parties.course,
    passed_on   date not null,
    expires_on  date not null check (expires_on > passed_on),
    recorded_by uuid not null,
    primary key (person, course, passed_on)
);
create index training_by_expiry on parties.training (expires_on);

alter table parties.course enable row level security;
alter table parties.course force row level security;
alter table parties.training enable row level security;
alter table parties.training force row level security;

create policy courses_are_seen on parties.course for select using (foundation.reach() not in ('', 'nobody'));
create policy courses_are_set on parties.course for insert
    with check (foundation.is_server() or foundation.role() = 'partnership-administrator');
create policy courses_are_amended on parties.course for update
    using (foundation.is_server() or foundation.role() = 'partnership-administrator');

create policy training_is_seen on parties.training for select
    using (foundation.is_server() or person in (select id from parties.person));
create policy training_is_recorded on parties.training for insert
    with check (foundation.is_server()
        or (foundation.role() in ('organisation-administrator', 'information-governance-officer')
            and person <> foundation.person() and person in (select id from parties.person)));

grant select, insert, update on parties.course to concordat_app;
grant select, insert on parties.training to concordat_app;
