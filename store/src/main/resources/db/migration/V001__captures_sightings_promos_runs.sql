create table capture (
    id             bigint generated always as identity primary key,
    plugin         text        not null,
    source         text        not null,
    requested_url  text        not null check (length(requested_url) <= 2000),
    final_url      text        not null,
    fetched_at     timestamptz not null,
    last_seen      timestamptz not null check (last_seen >= fetched_at),
    content_type   text,
    etag           text,
    last_modified  text,
    sha256         bytea       not null check (octet_length(sha256) = 32),
    body           bytea       not null,
    body_size      integer     not null check (body_size >= 0),
    parser_version integer     not null,
    constraint capture_once unique (source, requested_url, sha256)
);
comment on table capture is 'The raw answer of a source, kept so that a better parser can read it again without the network.';
comment on column capture.fetched_at is 'When this body first came; last_seen is when it last came.';
comment on column capture.body is 'The bytes after the server''s own compression was undone, compressed with gzip.';
comment on column capture.parser_version is 'Of the parser that made the sightings of this capture.';

create table promo (
    id            uuid        primary key,
    fingerprint   bytea       not null unique check (octet_length(fingerprint) = 32),
    kind          text        not null,
    program       text        not null,
    origins       text[]      not null,
    bonus_pct     numeric     check (bonus_pct between 0 and 10000),
    base_pct      numeric     check (base_pct between 0 and bonus_pct),
    tiers         jsonb       not null,
    min_points    bigint      check (min_points >= 0),
    cap_points    bigint      check (cap_points >= 0),
    start_dt      date,
    start_time    time        check (start_time is null or start_dt is not null),
    end_dt        date        check (end_dt >= start_dt),
    end_time      time        check (end_time is null or end_dt is not null),
    origin        text,
    dest          text,
    cabin         text,
    miles         bigint      check (miles >= 0),
    taxes_brl     numeric     check (taxes_brl >= 0),
    evidence      jsonb       not null,
    source_name   text        not null,
    provenance    text        not null check (provenance in ('official', 'blog', 'channel', 'rumour')),
    title         text        not null,
    src_url       text        not null,
    published_at  timestamptz not null,
    date_suspect  boolean     not null,
    fetched_at    timestamptz not null,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null check (last_seen >= first_seen)
);
comment on table promo is 'What is offered, once for each fingerprint; what it says is taken from its leading sighting: the nearest to the programme, then the earliest published.';
comment on column promo.id is 'Made of the fingerprint, so that the same promo has the same id wherever and whenever it is stored.';
comment on column promo.start_time is 'In America/Sao_Paulo, as start_dt; null where the announcement states no hour.';
comment on column promo.end_time is 'In America/Sao_Paulo, as end_dt; null where the announcement states no hour: the whole day counts.';
comment on column promo.origin is 'The airport a fare starts from; where points come from is in origins.';
comment on column promo.evidence is 'The words each field was read from, by the name of the field in JSON.';

create index promo_published on promo (published_at desc, id);
create index promo_program_published on promo (program, published_at desc, id);
create index promo_kind_published on promo (kind, published_at desc, id);
create index promo_end on promo (end_dt);

create table sighting (
    source_name    text        not null,
    announcement   text        not null check (length(announcement) <= 500),
    fingerprint    bytea       not null check (octet_length(fingerprint) = 32),
    promo_id       uuid        not null references promo (id),
    capture_id     bigint      references capture (id),
    plugin         text        not null,
    parser_version integer     not null,
    kind           text        not null,
    program        text        not null,
    origins        text[]      not null,
    bonus_pct      numeric     check (bonus_pct between 0 and 10000),
    base_pct       numeric     check (base_pct between 0 and bonus_pct),
    tiers          jsonb       not null,
    min_points     bigint      check (min_points >= 0),
    cap_points     bigint      check (cap_points >= 0),
    start_dt       date,
    start_time     time        check (start_time is null or start_dt is not null),
    end_dt         date        check (end_dt >= start_dt),
    end_time       time        check (end_time is null or end_dt is not null),
    origin         text,
    dest           text,
    cabin          text,
    miles          bigint      check (miles >= 0),
    taxes_brl      numeric     check (taxes_brl >= 0),
    evidence       jsonb       not null,
    provenance     text        not null check (provenance in ('official', 'blog', 'channel', 'rumour')),
    title          text        not null,
    src_url        text        not null,
    published_at   timestamptz not null,
    date_suspect   boolean     not null,
    first_seen     timestamptz not null,
    last_seen      timestamptz not null check (last_seen >= first_seen),
    primary key (source_name, announcement, fingerprint)
);
comment on table sighting is 'One promo as one source reported it, in the words of the newest capture that has it.';
comment on column sighting.published_at is 'The earliest that was reported: a page that does not say is taken as published when it was first fetched.';
comment on column sighting.announcement is 'What the source calls the announcement; the same one read again has the same name.';
comment on column sighting.capture_id is 'Null for what a plug-in fetched by its own means.';

create index sighting_promo on sighting (promo_id);
create index sighting_capture on sighting (capture_id);

create table run (
    id         bigint generated always as identity primary key,
    job        text        not null,
    plugin     text,
    started_at timestamptz not null,
    ended_at   timestamptz check (ended_at >= started_at),
    outcome    text        check (outcome in ('ok', 'partial', 'failed')),
    counts     jsonb       not null default '{}',
    bytes      bigint      not null default 0 check (bytes >= 0),
    error      text,
    check ((ended_at is null) = (outcome is null))
);
comment on table run is 'One row a run of a job; one that never ended was killed.';

create index run_job_plugin on run (job, plugin, ended_at desc);
