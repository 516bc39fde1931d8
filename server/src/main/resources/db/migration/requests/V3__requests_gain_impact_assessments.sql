-- The data protection impact assessment of a request, and of the schedule that came of it.
create table requests.impact (
    request          text        primary key references requests.request,
    schedule         text        check (length(schedule) between 1 and 60),
    schedule_version int,
    screening        text[]      not null default '{}',
    screening_reason text        not null default '' check (length(screening_reason) <= 4000),
    description      text        not null default '' check (length(description) <= 4000),
    necessity        text        not null default '' check (length(necessity) <= 4000),
    consultation     text        not null default '' check (length(consultation) <= 4000),
    state            text        not null,
    opinion          text        not null default '' check (length(opinion) <= 4000),
    opinion_by       uuid,
    opinion_at       timestamptz,
    accepted         boolean,
    decision         text        not null default '' check (length(decision) <= 4000),
    decided_by       uuid,
    decided_at       timestamptz,
    signed_by        uuid,
    signed_at        timestamptz,
    review_on        date,
    version          int         not null default 1,
    -- Whoever decides does not sign off.
    check (signed_by is null or signed_by <> decided_by)
);
create unique index impact_by_schedule on requests.impact (schedule) where schedule is not null;
create index impact_by_review_day on requests.impact (review_on) where signed_at is not null;

create table requests.impact_risk (
    id                  uuid primary key,
    request             text not null references requests.impact,
    source              text not null check (length(source) between 1 and 500),
    harm                text not null check (length(harm) between 1 and 1000),
    likelihood          int  not null check (likelihood between 1 and 3),
    severity            int  not null check (severity between 1 and 3),
    measure             text not null default '' check (length(measure) <= 2000),
    residual_likelihood int  check (residual_likelihood between 1 and 3),
    residual_severity   int  check (residual_severity between 1 and 3),
    number              int  not null,
    check (residual_likelihood is null or residual_likelihood <= likelihood),
    check (residual_severity is null or residual_severity <= severity)
);
create index impact_risk_by_request on requests.impact_risk (request, number);

alter table requests.impact enable row level security;
alter table requests.impact force row level security;
alter table requests.impact_risk enable row level security;
alter table requests.impact_risk force row level security;

create policy impacts_are_seen on requests.impact for select using (foundation.is_server() or requests.is_seen(request));
create policy impacts_are_begun on requests.impact for insert with check (requests.is_party(request));
create policy impacts_go_on on requests.impact for update using (requests.is_party(request));
create policy risks_are_seen on requests.impact_risk for select
    using (foundation.is_server() or requests.is_seen(request));
create policy risks_are_added on requests.impact_risk for insert with check (requests.is_party(request));
create policy risks_are_changed on requests.impact_risk for update using (requests.is_party(request));
create policy risks_are_taken_out on requests.impact_risk for delete using (requests.is_party(request));

grant select, insert, update on requests.impact to concordat_app;
grant select, insert, update, delete on requests.impact_risk to concordat_app;
