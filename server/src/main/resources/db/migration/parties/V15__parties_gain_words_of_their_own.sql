-- What the partnership calls a term of the glossary. Without a row it calls it as the glossary does.
create table parties.local_word (
    term    text primary key check (term ~ '^[a-z]{2,20}$'),
    one     text not null check (length(one) between 2 and 40),
    several text not null check (length(several) between 2 and 40)
);

alter table parties.local_word enable row level security;
alter table parties.local_word force row level security;

create policy words_are_known on parties.local_word for select using (foundation.reach() not in ('', 'nobody'));
create policy the_administrator_chooses_words on parties.local_word
    using (foundation.is_server() or foundation.role() = 'partnership-administrator');

grant select, insert, update, delete on parties.local_word to concordat_app;
