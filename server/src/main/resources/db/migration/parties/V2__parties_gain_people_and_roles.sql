create table parties.person (
    id           uuid        primary key,
    organisation text        not null references parties.organisation,
    name         text        not null check (length(name) between 1 and 200),
    email        text        not null check (length(email) between 3 and 254),
    added_at     timestamptz not null,
    left_on      date,
    version      int         not null default 1
);
create unique index person_by_email on parties.person (lower(email));
create index person_by_organisation on parties.person (organisation, lower(name));

-- A role given to a person, for an organisation (a secondee's differs from the employer) or for one of its teams.
-- Roles are ended, never deleted: the audit log refers to them.
create table parties.assignment (
    id           uuid        primary key,
    person       uuid        not null references parties.person,
    organisation text        not null references parties.organisation,
    team         text        references parties.team,
    role         text        not null,
    deputy       uuid        references parties.person,
    given_by     uuid        not null,
    given_at     timestamptz not null,
    ended_at     timestamptz,
    version      int         not null default 1,
    check (deputy is null or deputy <> person)
);
create unique index assignment_held_once on parties.assignment (person, organisation, coalesce(team, ''), role)
    where ended_at is null;
create index assignment_by_organisation on parties.assignment (organisation, role) where ended_at is null;
create index assignment_by_deputy on parties.assignment (deputy) where ended_at is null;

create table parties.absence (
    person uuid not null references parties.person,
    first  date not null,
    last   date not null,
    primary key (person, first),
    check (last >= first)
);

alter table parties.person enable row level security;
alter table parties.person force row level security;
alter table parties.assignment enable row level security;
alter table parties.assignment force row level security;
alter table parties.absence enable row level security;
alter table parties.absence force row level security;

-- An assignment is seen by the person, the stand-in, the organisation that it is for, and the two roles that span all.
create policy assignments_are_seen on parties.assignment for select
    using (foundation.is_server()
        or person = foundation.person()
        or deputy = foundation.person()
        or (parties.is_seen(organisation)
            and (foundation.is_partnership_wide() or organisation = foundation.organisation())));
create policy roles_are_given on parties.assignment for insert
    with check (foundation.is_server()
        or (parties.is_seen(organisation)
            and (foundation.role() = 'partnership-administrator'
                or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()
                    and role not in ('partnership-administrator', 'auditor')))));
create policy roles_are_changed on parties.assignment for update
    using (foundation.is_server()
        or (parties.is_seen(organisation)
            and (foundation.role() = 'partnership-administrator'
                or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()
                    and role not in ('partnership-administrator', 'auditor')))));

-- A person is seen by themselves, by colleagues, and by those for whom they hold a role.
create policy people_are_seen on parties.person for select
    using (foundation.is_server()
        or id = foundation.person()
        or (parties.is_seen(organisation)
            and (foundation.is_partnership_wide()
                or (foundation.reach() = 'organisation'
                    and (organisation = foundation.organisation()
                        or id in (select a.person from parties.assignment a
                                  where a.organisation = foundation.organisation() and a.ended_at is null))))));
create policy people_are_added on parties.person for insert
    with check (foundation.is_server()
        or (parties.is_seen(organisation)
            and (foundation.role() = 'partnership-administrator'
                or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()))));
create policy people_are_amended on parties.person for update
    using (foundation.is_server()
        or id = foundation.person()
        or (parties.is_seen(organisation)
            and (foundation.role() = 'partnership-administrator'
                or (foundation.role() = 'organisation-administrator' and organisation = foundation.organisation()))));

create policy absences_are_seen on parties.absence for select
    using (foundation.is_server() or person in (select id from parties.person));
create policy absences_are_added on parties.absence for insert
    with check (foundation.is_server() or person = foundation.person());
create policy absences_are_taken_back on parties.absence for delete
    using (foundation.is_server() or person = foundation.person());

grant select, insert, update on parties.person, parties.assignment to concordat_app;
grant select, insert, delete on parties.absence to concordat_app;
