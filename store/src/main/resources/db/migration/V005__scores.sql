-- What a score is worked out from. It changes as time goes by, therefore it is worked out when it is asked for: freshness
-- from announced_at and the promo's end, the hit rate from source_record.

create table promo_score (
    promo_id     uuid             primary key references promo (id) on delete cascade,
    announced_at timestamptz      not null,
    sources      text[]           not null check (cardinality(sources) > 0),
    provenance   double precision not null check (provenance between 0 and 1),
    structure    double precision not null check (structure between 0 and 1)
);
comment on table promo_score is 'The parts of a promo''s score, once it is settled which sightings are of it.';
comment on column promo_score.announced_at is 'When the promo was first published or seen; its freshness decays from here.';
comment on column promo_score.sources is 'Those that report the promo, in order.';
comment on column promo_score.provenance is 'How near its sources are to the programme, and how many they are.';
comment on column promo_score.structure is 'The share of its key fields that were read from words of an announcement.';

create table source_record (
    source_name text   primary key,
    promos      bigint not null check (promos > 0),
    confirmed   bigint not null check (confirmed between 0 and promos)
);
comment on table source_record is 'How many promos a source reported, and how many of them another source reported too.';
