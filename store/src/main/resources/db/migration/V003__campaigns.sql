-- A promo is a campaign behind many sightings: which fingerprints speak of it is decided apart from the sightings,
-- which are never touched by that.

create table promo_fingerprint (
    fingerprint bytea    primary key check (octet_length(fingerprint) = 32),
    promo_id    uuid     not null references promo (id) on delete cascade,
    like_that   bytea    check (octet_length(like_that) = 32),
    agreed      text[]   not null default '{}',
    differed    text[]   not null default '{}',
    margin      integer
);
comment on table promo_fingerprint is 'Which promo the sightings of a fingerprint speak of, and why.';
comment on column promo_fingerprint.like_that is 'The fingerprint that this one was found to be like; null for the one that a promo began with.';
comment on column promo_fingerprint.agreed is 'What the two have in common; differed is what they do not.';
comment on column promo_fingerprint.margin is 'By how many points they are more alike than two of one campaign have to be.';

insert into promo_fingerprint (fingerprint, promo_id)
select distinct fingerprint, promo_id
from sighting;

create index promo_fingerprint_promo on promo_fingerprint (promo_id);

alter table sighting
    add column number bigint generated always as identity,
    add constraint sighting_number unique (number),
    drop column promo_id;
create index sighting_fingerprint on sighting (fingerprint);
create index sighting_near on sighting (kind, program, published_at);

create table unsettled (
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    day         date  not null,
    kind        text  not null,
    program     text  not null,
    primary key (fingerprint, day)
);
comment on table unsettled is 'Fingerprints whose sightings have come, changed or gone since the promos were last settled.';
comment on column unsettled.day is 'When such a sighting is or was published, in America/Sao_Paulo: what was published around it is settled anew with it.';

insert into unsettled (fingerprint, day, kind, program)
select distinct fingerprint, cast(published_at at time zone 'America/Sao_Paulo' as date), kind, program
from sighting;

alter table promo
    add column state      text        not null default 'announced'
        check (state in ('announced', 'active', 'extended', 'ended', 'withdrawn')),
    add column settled_at timestamptz,
    add column told_by    jsonb       not null default '{}';
comment on column promo.state is 'As of settled_at; announced also before that.';
comment on column promo.settled_at is 'When it was last decided which sightings are of this campaign and what they amount to; null for one that only its first sighting speaks for.';
comment on column promo.told_by is 'The number of the sighting that each part was taken from, by the name of the part.';
comment on table promo is 'A campaign, once, behind all its sightings; what it says comes from those that deserve it most.';
comment on column promo.id is 'Made of the fingerprint it began with, so that the same promo has the same id wherever and whenever it is stored.';

create index promo_open on promo (end_dt) where state not in ('ended', 'withdrawn');

create table promo_event (
    id          bigint      generated always as identity primary key,
    promo_id    uuid        not null references promo (id) on delete cascade,
    kind        text        not null check (kind in ('created', 'raised', 'extended', 'ending', 'ended')),
    detail      text        not null default '',
    before      text,
    happened_at timestamptz not null,
    written_at  timestamptz not null,
    quiet       boolean     not null,
    constraint promo_event_once unique (promo_id, kind, detail)
);
comment on table promo_event is 'What happened to a campaign, each once; read by id, which only grows.';
comment on column promo_event.detail is 'What it is now: the percentage of a raise, the day of an end; before is what it was.';
comment on column promo_event.happened_at is 'When the first announcement that tells it was published, or when the day came.';
comment on column promo_event.quiet is 'Whether it is history, of which nobody is told: from a first run over an archive, a rebuild, or long past.';

create table promo_alias (
    id        uuid        primary key,
    promo_id  uuid        not null references promo (id) on delete cascade,
    merged_at timestamptz not null
);
comment on table promo_alias is 'Promos that turned out to be the same as another, under the id they were told of with.';
create index promo_alias_promo on promo_alias (promo_id);
