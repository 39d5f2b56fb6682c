-- Totals since the beginning, which outlive the rows that they were counted from. A run's row is counted where it lies, until
-- some more are there; then they are added to the totals and marked in one statement. So a run costs nothing when it ends,
-- whoever reads the totals and the unmarked rows in one statement sees each run once, and rows that are deleted stay counted.

alter table run add column counted boolean not null default false;
comment on column run.counted is 'Whether it is in metric_log.';
create index run_uncounted on run (id) where ended_at is not null and not counted;

create table metric_log (
    name       text             not null,
    labels     text[]           not null default '{}',
    value      double precision not null,
    primary key (name, labels)
);
comment on table metric_log is 'What was counted since the beginning, apart from runs that are not marked as counted.';
comment on column metric_log.name is 'Ending in _at: the latest of some instants, in seconds since 1970; otherwise a sum. Beginning with forecast_: what was last worked out.';

create view run_metric as
select run.id as run, run.counted, told.name, told.labels, told.value
from run
cross join lateral (
    select 'runs', array[job, coalesce(plugin, ''), outcome], 1.0
    union all
    select 'run_success_at', array[job, coalesce(plugin, '')], cast(extract(epoch from ended_at) as double precision)
    where outcome <> 'failed'
    union all
    select 'run_seconds', array[job, coalesce(plugin, '')], cast(extract(epoch from duration) as double precision)
    union all
    select 'run_bucket', array[job, coalesce(plugin, ''), coalesce(
        (select cast(min(bound) as text)
         from unnest(array[0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800]) as bound
         where bound >= extract(epoch from duration)), '+Inf')], 1.0
    union all
    select 'run_count', array[job, coalesce(plugin, ''), key], cast(value as double precision)
    from jsonb_each_text(counts)
    where value <> '0'
    union all
    select 'run_bytes', array[job, coalesce(plugin, '')], bytes
    where bytes > 0
    union all
    select seen.name, seen.labels, seen.value
    from jsonb_each(visits) as visited (source, visit)
    cross join lateral (
        select 'visits', array[coalesce(visit ->> 'class', 'unknown'), visit ->> 'outcome'], 1.0
        union all
        select 'visit_at', array[plugin, source, coalesce(visit ->> 'class', 'unknown')],
            cast(extract(epoch from cast(visit ->> 'at' as timestamptz)) as double precision)
        union all
        select 'new_items', array[plugin], cast(visit ->> 'new_items' as double precision)
        where visit ->> 'new_items' <> '0'
        union all
        select 'plugin_errors', array[plugin], 1.0
        where visit ->> 'outcome' in ('broken', 'unreadable', 'changed')
    ) as seen (name, labels, value)
) as told (name, labels, value)
where run.ended_at is not null;
comment on view run_metric is 'What each run that has ended adds to the totals.';

create function keep_metrics_of(runs bigint[]) returns void
language sql
set search_path from current as $$
    insert into metric_log (name, labels, value)
    select name, labels, case when name like '%\_at' then max(value) else sum(value) end
    from run_metric
    where run = any(runs)
    group by name, labels
    order by name, labels
    on conflict (name, labels) do update
    set value = case
        when metric_log.name like '%\_at' then greatest(metric_log.value, excluded.value)
        else metric_log.value + excluded.value
    end
$$;
comment on function keep_metrics_of is 'Adds what some runs count to the totals.';

create function only_one_keeps_metrics() returns trigger
language plpgsql
set search_path from current as $$
begin
    perform pg_advisory_xact_lock(cast('metric_log'::regclass as oid)::bigint);
    return null;
end
$$;
comment on function only_one_keeps_metrics is 'Lets no two processes add runs to the totals at once, who would wait for each other''s rows.';

create trigger run_alone
before delete on run
for each statement
execute function only_one_keeps_metrics();

create function keep_metrics_of_deleted() returns trigger
language plpgsql
set search_path from current as $$
begin
    perform keep_metrics_of(array[old.id]);
    return old;
end
$$;

create trigger run_counted
before delete on run
for each row
when (old.ended_at is not null and not old.counted)
execute function keep_metrics_of_deleted();

select keep_metrics_of(array(select id from run where ended_at is not null));
update run set counted = true where ended_at is not null;

insert into metric_log (name, labels, value)
select 'alerts_' || state, array[reason], count(*)
from alert
where state in ('sent', 'expired', 'dead')
group by state, reason;
