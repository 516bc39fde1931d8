-- Whether somebody wants the daily letter that says how much waits for them (as long as they have not said no, they do), and when they
-- got the last one.
create table parties.daily_letter (
    person  uuid    primary key references parties.person,
    wanted  boolean not null default true,
    last_on date
);

alter table parties.daily_letter enable row level security;
alter table parties.daily_letter force row level security;

create policy the_server_writes_daily_letters on parties.daily_letter using (foundation.is_server());
create policy people_choose_their_own on parties.daily_letter
    using (person = foundation.person());

grant select, insert, update on parties.daily_letter to concordat_app;
