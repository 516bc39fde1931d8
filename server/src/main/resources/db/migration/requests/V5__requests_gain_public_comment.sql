-- A page on which anybody may comment, until a day. Its address cannot be guessed.
create table requests.comment_page (
    code      text        primary key check (code ~ '^[a-z0-9]{16,32}$'),
    request   text        not null unique references requests.request,
    title     text        not null check (length(title) between 1 and 200),
    about     text        not null check (length(about) between 1 and 4000),
    closes_on date        not null,
    opened_by uuid        not null,
    opened_at timestamptz not null
);

create table requests.comment (
    id      uuid        primary key,
    page    text        not null references requests.comment_page,
    text    text        not null check (length(text) between 1 and 2000),
    at      timestamptz not null,
    state   text        not null check (state in ('waiting', 'shown', 'hidden')),
    seen_by uuid,
    seen_at timestamptz
);
create index comment_by_page on requests.comment (page, at);

alter table requests.comment_page enable row level security;
alter table requests.comment_page force row level security;
alter table requests.comment enable row level security;
alter table requests.comment force row level security;

-- The public page is read by the server, which asks for one code at a time.
create policy pages_are_seen on requests.comment_page for select
    using (foundation.is_server() or requests.is_seen(request));
create policy pages_are_opened on requests.comment_page for insert with check (requests.is_party(request));
create policy comments_are_seen on requests.comment for select
    using (foundation.is_server()
        or exists (select from requests.comment_page p where p.code = page and requests.is_seen(p.request)));
create policy comments_are_made on requests.comment for insert with check (foundation.is_server());
create policy comments_are_moderated on requests.comment for update
    using (exists (select from requests.comment_page p where p.code = page and requests.is_party(p.request)));

grant select, insert on requests.comment_page to concordat_app;
grant select, insert, update on requests.comment to concordat_app;
