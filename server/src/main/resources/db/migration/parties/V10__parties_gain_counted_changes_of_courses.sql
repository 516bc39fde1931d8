-- Two people who change one course at the same time are shown both versions.
alter table parties.course add column version int not null default 1;
