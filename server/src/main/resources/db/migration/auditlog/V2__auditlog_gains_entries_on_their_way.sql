-- Entries that were decided on together with what they tell of, and are not in the ledger yet. The one who puts them there takes
-- them out of here in the same transaction, so each gets there once. Both rows are
-- written by one statement, so no foreign key ties this to auditlog.event: it would lock that row for each, for nothing.
create table auditlog.awaiting_entry (
    number bigint not null generated always as identity primary key,
    event  uuid   not null,
    entry  bytea  not null
);

alter table auditlog.awaiting_entry enable row level security;
alter table auditlog.awaiting_entry force row level security;

create policy entries_are_handed_in on auditlog.awaiting_entry for insert
    with check (foundation.reach() <> '');
create policy entries_are_fetched on auditlog.awaiting_entry for select
    using (foundation.is_server());
create policy entries_are_taken_out on auditlog.awaiting_entry for delete
    using (foundation.is_server());

grant select, insert, delete on auditlog.awaiting_entry to concordat_app;
