-- Who takes which lesson in practice. A real server has these tables too, and nothing in them.
create table lessons.attempt (
    id          uuid        primary key,
    lesson      text        not null check (lesson ~ '^[a-z-]{3,60}$'),
    -- Of the made-up town.
    person      uuid        not null,
    -- What the learner is really called.
    learner     text        not null check (length(learner) between 1 and 200),
    begun_at    timestamptz not null,
    finished_at timestamptz,
    left_at     timestamptz
);
create unique index attempt_is_one_at_a_time on lessons.attempt (person) where left_at is null;
create index attempt_by_end on lessons.attempt (finished_at) where finished_at is not null;

-- What was made ready for it.
create table lessons.prepared (
    attempt uuid not null references lessons.attempt,
    thing   text not null check (thing ~ '^[a-z-]{3,60}$'),
    made    text not null check (length(made) between 1 and 100),
    primary key (attempt, thing)
);

-- Which questions were answered rightly. Deeds are found in the audit log.
create table lessons.answer (
    attempt uuid        not null references lessons.attempt,
    step    text        not null check (step ~ '^[a-z-]{2,60}$'),
    at      timestamptz not null,
    primary key (attempt, step)
);

alter table lessons.attempt enable row level security;
alter table lessons.attempt force row level security;
alter table lessons.prepared enable row level security;
alter table lessons.prepared force row level security;
alter table lessons.answer enable row level security;
alter table lessons.answer force row level security;

create policy server_alone on lessons.attempt using (foundation.is_server());
create policy server_alone on lessons.prepared using (foundation.is_server());
create policy server_alone on lessons.answer using (foundation.is_server());

grant usage on schema lessons to concordat_app;
grant select, insert, update on lessons.attempt to concordat_app;
grant select, insert on lessons.prepared, lessons.answer to concordat_app;
