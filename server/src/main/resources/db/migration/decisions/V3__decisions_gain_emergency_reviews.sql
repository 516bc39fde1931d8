-- What was shared to prevent serious harm is looked at again by somebody else.
create table decisions.emergency_review (
    decision     uuid        primary key references decisions.decision,
    sender       text        not null,
    recipient    text        not null,
    asked_by     uuid,
    asked_for    text,
    due          date        not null,
    practice     boolean     not null,
    reviewed_at  timestamptz,
    reviewer     uuid,
    upheld       boolean,
    note         text        check (length(note) between 1 and 4000),
    note_salt    bytea       check (length(note_salt) = 32),
    event        uuid,
    check ((reviewed_at is null) = (reviewer is null) and (reviewed_at is null) = (upheld is null)
        and (reviewed_at is null) = (note is null) and (reviewed_at is null) = (event is null)),
    check (reviewer is distinct from asked_by or reviewer is null)
);
create index emergency_review_waits on decisions.emergency_review (due) where reviewed_at is null;

alter table decisions.emergency_review enable row level security;
alter table decisions.emergency_review force row level security;

create policy reviews_are_seen on decisions.emergency_review for select
    using (decisions.is_seen(sender, recipient, asked_for, practice));
create policy reviews_are_asked_for on decisions.emergency_review for insert
    with check (exists (select 1 from decisions.decision d where d.id = decision));
create policy reviews_are_made on decisions.emergency_review for update
    using (practice = foundation.practises()
        and foundation.organisation() in (sender, coalesce(asked_for, sender))
        and foundation.person() is distinct from asked_by
        and foundation.role() in ('information-governance-officer', 'caldicott-guardian', 'executive-signatory'))
    with check (reviewer = foundation.person());

grant select, insert on decisions.emergency_review to concordat_app;
grant update (reviewed_at, reviewer, upheld, note, note_salt, event) on decisions.emergency_review to concordat_app;
