-- Every checkpoint that was signed. Anyone may have them.
create table auditlog.checkpoint (
    size      bigint      not null primary key check (size > 0),
    signed_at timestamptz not null,
    note      bytea       not null
);

-- Partners who cosign checkpoints, and how far each has seen the ledger.
create table auditlog.witness (
    name     text        not null primary key check (length(name) between 1 and 200),
    key      text        not null unique check (length(key) between 10 and 300),
    added_at timestamptz not null,
    seen     bigint      not null default 0 check (seen >= 0)
);

alter table auditlog.checkpoint enable row level security;
alter table auditlog.checkpoint force row level security;
alter table auditlog.witness enable row level security;
alter table auditlog.witness force row level security;

create policy checkpoints_are_public on auditlog.checkpoint for select
    using (foundation.reach() <> '');
create policy checkpoints_are_kept on auditlog.checkpoint for insert
    with check (foundation.is_server());
create policy witnesses_are_public on auditlog.witness for select
    using (foundation.reach() <> '');
create policy witnesses_are_named on auditlog.witness for insert
    with check (foundation.role() = 'partnership-administrator' and not foundation.practises());
create policy witnesses_are_dropped on auditlog.witness for delete
    using (foundation.role() = 'partnership-administrator' and not foundation.practises());
create policy witnesses_see on auditlog.witness for update
    using (foundation.is_server());

grant select, insert on auditlog.checkpoint to concordat_app;
grant select, insert, delete on auditlog.witness to concordat_app;
grant update (seen) on auditlog.witness to concordat_app;
