alter table promo_score
    add column scored_at timestamptz,
    add column score     numeric(4, 1)    check (score between 0 and 100),
    add column freshness double precision check (freshness between 0 and 1),
    add column hit_rate  double precision check (hit_rate between 0 and 1),
    add constraint scored_whole check (num_nulls(scored_at, score, freshness, hit_rate) in (0, 4));
comment on column promo_score.scored_at is
    'When the promo was last told of and settled; null for those that have not been since scores are kept.';
comment on column promo_score.score is 'The score that all four parts gave at scored_at, by the weights of then.';
comment on column promo_score.freshness is 'How new the promo was at scored_at; what it is now follows from announced_at.';
comment on column promo_score.hit_rate is 'How often its source had been right by scored_at; what it is now follows from source_record.';
