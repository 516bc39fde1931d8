-- db-scheduler's table, under its own name: what is to be done, when, and who is doing it.
create table foundation.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on foundation.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on foundation.scheduled_tasks (last_heartbeat);

grant select, insert, update, delete on foundation.scheduled_tasks to concordat_app;
