-- What agreements are about, each entry as the text of a file: datasets with their fields, purposes, roles, code lists.
create table catalogue.entry (
    kind       text        not null check (kind in ('dataset', 'purpose', 'role', 'code-list')),
    code       text        not null check (length(code) between 1 and 60),
    name       text        not null check (length(name) between 1 and 300),
    holder     text        check ((kind = 'dataset') = (holder is not null)),
    text       text        not null check (length(text) <= 1000000),
    practice   boolean     not null default false,
    version    int         not null default 1,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (kind, code)
);
create index entry_by_holder on catalogue.entry (holder) where kind = 'dataset';

-- Every text that an entry ever had.
create table catalogue.entry_version (
    kind       text        not null,
    code       text        not null,
    version    int         not null,
    text       text        not null,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (kind, code, version),
    foreign key (kind, code) references catalogue.entry
);

alter table catalogue.entry enable row level security;
alter table catalogue.entry force row level security;
alter table catalogue.entry_version enable row level security;
alter table catalogue.entry_version force row level security;

create policy entries_are_seen on catalogue.entry for select
    using (foundation.is_server()
        or (foundation.reach() in ('organisation', 'partnership') and practice = foundation.practises()));

-- A dataset is described by those who hold it; purposes, roles and code lists are the partnership's.
create function catalogue.may_write(entry_kind text, entry_holder text) returns boolean
    language sql stable
    return foundation.is_server()
        or (entry_kind = 'dataset' and entry_holder = foundation.organisation()
            and foundation.role() in ('data-steward', 'information-sharing-officer', 'information-governance-officer'))
        or (entry_kind <> 'dataset'
            and foundation.role() in ('partnership-administrator', 'information-sharing-officer', 'information-governance-officer'));

create policy entries_are_added on catalogue.entry for insert
    with check (catalogue.may_write(kind, holder) and (foundation.is_server() or practice = foundation.practises()));
create policy entries_are_changed on catalogue.entry for update
    using (catalogue.may_write(kind, holder) and (foundation.is_server() or practice = foundation.practises()));
create policy versions_are_seen on catalogue.entry_version for select
    using (exists (select from catalogue.entry e where e.kind = entry_version.kind and e.code = entry_version.code));
create policy versions_are_added on catalogue.entry_version for insert
    with check (exists (select from catalogue.entry e where e.kind = entry_version.kind and e.code = entry_version.code));

grant usage on schema catalogue to concordat_app;
grant select, insert, update on catalogue.entry to concordat_app;
grant select, insert on catalogue.entry_version to concordat_app;
grant execute on function catalogue.may_write(text, text) to concordat_app;
