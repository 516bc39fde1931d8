-- Letters by e-mail, written in the transaction of what they tell of. What a letter says, and to whom, is sealed with a key that lies
-- outside the database, and forgotten once it was sent or given up.
create table foundation.letter (
    id           uuid        primary key,
    kind         text        not null,
    organisation text,
    sealed       bytea,
    -- What a letter is about that is written once only.
    once         text        unique,
    made_at      timestamptz not null,
    next_at      timestamptz not null,
    attempts     int         not null default 0,
    sent_at      timestamptz,
    given_up_at  timestamptz,
    trouble      text,
    check (sent_at is null or given_up_at is null),
    check ((sealed is null) = (sent_at is not null or given_up_at is not null))
);
create index letter_by_next on foundation.letter (next_at) where sent_at is null and given_up_at is null;
create index letter_by_making on foundation.letter (made_at desc, id);
create index letter_given_up on foundation.letter (given_up_at) where given_up_at is not null;

alter table foundation.letter enable row level security;
alter table foundation.letter force row level security;

create policy the_server_sends_letters on foundation.letter using (foundation.is_server());
create policy letters_are_written on foundation.letter for insert
    with check (foundation.reach() in ('organisation', 'partnership') and sent_at is null and given_up_at is null);
create policy administrators_see_what_became_of_letters on foundation.letter for select
    using (foundation.role() = 'partnership-administrator');

grant select, insert, update, delete on foundation.letter to concordat_app;
