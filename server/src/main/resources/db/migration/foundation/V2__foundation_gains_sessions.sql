-- Spring Session's tables, under its own names. A session holds ids only: who signed in, and in which role.
create table foundation.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        text
);
create index spring_session_by_expiry on foundation.spring_session (expiry_time);
create index spring_session_by_person on foundation.spring_session (principal_name);

create table foundation.spring_session_attributes (
    session_primary_id char(36) not null references foundation.spring_session on delete cascade,
    attribute_name     text     not null,
    attribute_bytes    bytea    not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on foundation.spring_session, foundation.spring_session_attributes to concordat_app;
