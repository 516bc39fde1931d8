-- The days on which benefit and risk are scored again; the first round has none. The server begins a round when its day comes.
create table requests.scoring_round (
    request    text        not null references requests.request,
    round      int         not null check (round > 1),
    due        date        not null,
    planned_by uuid        not null,
    planned_at timestamptz not null,
    begun_at   timestamptz,
    primary key (request, round)
);
create index scoring_round_by_due on requests.scoring_round (due) where begun_at is null;

-- What was given in rounds that have ended; of nobody in particular.
create table requests.earlier_score (
    id        uuid primary key,
    request   text not null references requests.request,
    round     int  not null check (round > 0),
    ended     date not null,
    criterion text not null,
    kind      text not null,
    points    int  not null check (points between 1 and 5)
);
create index earlier_score_by_request on requests.earlier_score (request);

alter table requests.scoring_round enable row level security;
alter table requests.scoring_round force row level security;
alter table requests.earlier_score enable row level security;
alter table requests.earlier_score force row level security;

create policy rounds_are_seen on requests.scoring_round for select
    using (foundation.is_server() or requests.is_seen(request));
create policy rounds_are_planned on requests.scoring_round for insert
    with check (requests.is_party(request) and planned_by = foundation.person());
create policy rounds_are_moved on requests.scoring_round for update
    using (foundation.is_server() or requests.is_party(request));

-- As scores are: not before one's own of the round that goes on.
create policy earlier_scores_are_seen on requests.earlier_score for select
    using (foundation.is_server()
        or (requests.is_seen(request)
            and not exists (select from requests.assessor a
                            where a.request = earlier_score.request and a.person = foundation.person()
                              and a.submitted_at is null)));
create policy earlier_scores_are_kept on requests.earlier_score for insert
    with check (foundation.is_server());

grant select, insert, update on requests.scoring_round to concordat_app;
grant select, insert on requests.earlier_score to concordat_app;
