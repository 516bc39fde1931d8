-- How often what a topic covers has changed. What was worked out of it and kept in memory counts while this number stands.
-- It is a row and no sequence, so that the number and what it counts become visible at one moment.
create table foundation.change (
    topic  text   primary key,
    number bigint not null
);

create function foundation.note_change() returns trigger language plpgsql security definer
    set search_path = foundation, pg_temp as $$
begin
    insert into foundation.change as known (topic, number) values (tg_argv[0], 1)
        on conflict (topic) do update set number = known.number + 1;
    return null;
end $$;

grant select on foundation.change to concordat_app;
