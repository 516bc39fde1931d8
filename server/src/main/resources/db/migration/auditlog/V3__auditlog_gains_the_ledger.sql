-- The three tables of a ledger's store: entries by place, hashes of every eighth level of the tree, documents by name.
create table auditlog.ledger_entry (
    place bigint not null primary key check (place >= 0),
    entry bytea  not null
);

create table auditlog.ledger_node (
    level smallint not null check (level >= 0 and level % 8 = 0),
    place bigint   not null check (place >= 0),
    hash  bytea    not null check (length(hash) = 32),
    primary key (level, place)
);

create table auditlog.ledger_document (
    name    text  not null primary key,
    content bytea not null
);

-- Where in the ledger an event is.
create table auditlog.event_place (
    event uuid   not null,
    place bigint not null unique,
    primary key (event, place)
);

alter table auditlog.ledger_entry enable row level security;
alter table auditlog.ledger_entry force row level security;
alter table auditlog.ledger_node enable row level security;
alter table auditlog.ledger_node force row level security;
alter table auditlog.ledger_document enable row level security;
alter table auditlog.ledger_document force row level security;
alter table auditlog.event_place enable row level security;
alter table auditlog.event_place force row level security;

create policy server_alone on auditlog.ledger_entry using (foundation.is_server());
create policy server_alone on auditlog.ledger_node using (foundation.is_server());
create policy server_alone on auditlog.ledger_document using (foundation.is_server());
create policy places_are_given on auditlog.event_place for insert
    with check (foundation.is_server());
create policy places_are_seen_with_their_event on auditlog.event_place for select
    using (exists (select from auditlog.event where event.id = event_place.event));

grant select, insert on auditlog.ledger_entry, auditlog.ledger_node, auditlog.event_place to concordat_app;
grant select, insert, update on auditlog.ledger_document to concordat_app;
