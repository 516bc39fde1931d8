-- What the files of agreements say of organisations and teams beside what the first steps keep.
alter table parties.organisation add column legal_name text not null default '' check (length(legal_name) <= 300);
alter table parties.team add column kinds text[] not null default '{}';

-- A role in the words of agreements, such as social-worker, beside what the person does here.
alter table parties.assignment add column work_role text check (work_role ~ '^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$');
