create table duty (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
comment on table duty is 'When the processes of milesbot run do what next, and which of them is at it; db-scheduler''s.';

create index duty_execution_time on duty (execution_time);
create index duty_last_heartbeat on duty (last_heartbeat);
