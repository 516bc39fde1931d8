-- Questions about sharing that are often asked, and plain answers. For anybody: public content, so no row-level security.
create table requests.question (
    code     text   primary key check (code ~ '^[a-z0-9-]{3,60}$'),
    place    int    not null,
    question text   not null,
    answer   text   not null,
    rules    text[] not null,
    kinds    text[] not null,
    services text[] not null,
    is_myth  boolean not null,
    words    tsvector not null generated always as
        (setweight(to_tsvector('english', question), 'A') || setweight(to_tsvector('english', answer), 'B')) stored
);
create index question_by_words on requests.question using gin (words);

-- Which version of the content was loaded.
create table requests.question_content (
    only_one boolean primary key default true check (only_one),
    version  text    not null
);

grant select, insert, update, delete on requests.question, requests.question_content to concordat_app;
