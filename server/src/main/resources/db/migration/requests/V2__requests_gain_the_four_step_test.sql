-- Answers to the four-step lawfulness test of a request, as far as they were given.
create table requests.test (
    request text        primary key references requests.request,
    version int         not null default 1,
    changed_at timestamptz not null,
    changed_by uuid
);

create table requests.test_answer (
    request  text not null references requests.test,
    question text not null check (question ~ '^[a-z-]{1,60}$'),
    answer   text not null check (length(answer) between 1 and 4000),
    primary key (request, question)
);

alter table requests.test enable row level security;
alter table requests.test force row level security;
alter table requests.test_answer enable row level security;
alter table requests.test_answer force row level security;

create policy tests_are_seen on requests.test for select using (foundation.is_server() or requests.is_seen(request));
create policy tests_are_begun on requests.test for insert with check (requests.is_party(request));
create policy tests_go_on on requests.test for update using (requests.is_party(request));
create policy answers_are_seen on requests.test_answer for select
    using (foundation.is_server() or requests.is_seen(request));
create policy answers_are_given on requests.test_answer for insert with check (requests.is_party(request));
create policy answers_are_changed on requests.test_answer for update using (requests.is_party(request));
create policy answers_are_taken_back on requests.test_answer for delete using (requests.is_party(request));

grant select, insert, update on requests.test to concordat_app;
grant select, insert, update, delete on requests.test_answer to concordat_app;
