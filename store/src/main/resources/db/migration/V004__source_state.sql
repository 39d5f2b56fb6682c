create table source_state (
    plugin        text        not null,
    source        text        not null,
    outcome       text,
    visited_at    timestamptz,
    last_success  timestamptz,
    last_new_item timestamptz,
    failures      integer     not null default 0 check (failures >= 0),
    next_check    timestamptz,
    gap_median    interval,
    gap_p95       interval,
    busy_hours    integer[]   not null default '{}',
    trouble       text        check (trouble in ('failing', 'silent')),
    muted         boolean     not null default false,
    primary key (plugin, source)
);
comment on table source_state is 'How each source does. Written only when something changes: a visit that finds nothing new is in run.visits alone, so outcome, visited_at, last_success and next_check may be newer there.';
comment on column source_state.source is 'The source''s name; the plug-in''s own where it scrapes by itself.';
comment on column source_state.outcome is 'How the visit ended; null, as all else, where a source was muted before its first visit.';
comment on column source_state.failures is 'How many visits in a row came to nothing.';
comment on column source_state.gap_median is 'Between two items, bursts counted as one; null until enough are known. gap_p95 is what 19 of 20 gaps stay below.';
comment on column source_state.busy_hours is 'The hours in America/Sao_Paulo in which most of its items come.';
comment on column source_state.trouble is 'What the operator was told of and is not over.';

create table source_item (
    source       text        not null,
    item         bytea       not null check (octet_length(item) = 16),
    published_at timestamptz not null,
    seen_at      timestamptz not null,
    primary key (source, item)
);
comment on table source_item is 'The items that a source has ever had, each once, to know what is new and how often something is.';
comment on column source_item.item is 'The beginning of the SHA-256 of the item''s id.';

create index source_item_seen on source_item (source, seen_at);

create table source_notice (
    id         bigint      generated always as identity primary key,
    plugin     text        not null,
    source     text        not null,
    kind       text        not null check (kind in ('failing', 'silent', 'recovered')),
    written_at timestamptz not null,
    since      timestamptz,
    failures   integer     not null,
    outcome    text        not null,
    problem    text
);
comment on table source_notice is 'What the operator is to be told of sources, each once; read by id, which only grows.';
comment on column source_notice.since is 'When the source was last well: its last success, or the last new item of one that is silent.';

create index source_notice_source on source_notice (plugin, source, id desc);

alter table capture
    add column items integer check (items >= 0);
comment on column capture.items is 'How many items and links were read from it; null where it could not be read or that was not yet counted.';

alter table run
    add column visits   jsonb    not null default '{}',
    add column duration interval generated always as (ended_at - started_at) stored;
comment on column run.visits is 'How each visit of this run ended, by the name of the source.';

alter table unsettled
    add column quiet boolean not null default false;
comment on column unsettled.quiet is 'Whether what comes of it is history, of which nobody is told: from --seed, or from the archive that the first visit to a source finds.';
