-- What one assessor gave on one criterion, from 1 to 5.
create table requests.score (
    request   text not null,
    person    uuid not null,
    criterion text not null,
    points    int  not null check (points between 1 and 5),
    reason    text not null default '' check (length(reason) <= 1000),
    primary key (request, person, criterion),
    foreign key (request, person) references requests.assessor
);

-- Who would gain and who would bear it.
create table requests.stake (
    id      uuid primary key,
    request text not null references requests.request,
    person  uuid not null,
    who     text not null check (length(who) between 1 and 200),
    gains   text not null default '' check (length(gains) <= 1000),
    bears   text not null default '' check (length(bears) <= 1000)
);
create index stake_by_request on requests.stake (request);

-- What stops a request until an officer lifts it with reasons.
create table requests.red_line (
    id        uuid        primary key,
    request   text        not null references requests.request,
    line      text        not null,
    reason    text        not null check (length(reason) between 1 and 2000),
    drawn_by  uuid        not null,
    drawn_at  timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    lifting   text        not null default '' check (length(lifting) <= 2000),
    check ((lifted_by is null) = (lifted_at is null)),
    check (lifted_at is null or length(lifting) > 0)
);
create index red_line_by_request on requests.red_line (request);

alter table requests.score enable row level security;
alter table requests.score force row level security;
alter table requests.stake enable row level security;
alter table requests.stake force row level security;
alter table requests.red_line enable row level security;
alter table requests.red_line force row level security;

-- Nobody sees others' scores before they have handed in their own; and nobody sees what was not handed in.
create function requests.may_compare(request_code text, scorer uuid) returns boolean
    language sql stable
    return exists (select from requests.assessor a
                   where a.request = request_code and a.person = scorer and a.submitted_at is not null)
       and not exists (select from requests.assessor a
                       where a.request = request_code and a.person = foundation.person() and a.submitted_at is null);

create policy scores_are_seen on requests.score for select
    using (foundation.is_server() or person = foundation.person()
        or (requests.is_seen(request) and requests.may_compare(request, person)));
create policy scores_are_given on requests.score for insert
    with check (person = foundation.person() and requests.is_seen(request));
create policy scores_are_changed on requests.score for update
    using (person = foundation.person());
create policy stakes_are_seen on requests.stake for select
    using (foundation.is_server() or person = foundation.person()
        or (requests.is_seen(request)
            and (requests.may_compare(request, person)
                or not exists (select from requests.assessor a
                               where a.request = stake.request and a.person = foundation.person()
                                 and a.submitted_at is null))));
create policy stakes_are_named on requests.stake for insert
    with check (person = foundation.person() and requests.is_seen(request));
create policy red_lines_are_seen on requests.red_line for select
    using (foundation.is_server() or requests.is_seen(request));
create policy red_lines_are_drawn on requests.red_line for insert
    with check (drawn_by = foundation.person() and requests.is_seen(request));
create policy red_lines_are_lifted on requests.red_line for update
    using (foundation.role() = 'information-governance-officer' and requests.is_party(request));

grant select, insert, update on requests.score, requests.red_line to concordat_app;
grant select, insert on requests.stake to concordat_app;
grant execute on function requests.may_compare(text, uuid) to concordat_app;
