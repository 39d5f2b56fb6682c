-- Every forecast that was made is kept, so that it can be held against what came.

create table promo_forecast (
    id                   bigint           generated always as identity primary key,
    program              text             not null,
    origin               text,
    origin_day           date             not null,
    made_at              timestamptz      not null,
    model_version        text             not null,
    next_1d_prob         double precision not null check (next_1d_prob > 0 and next_1d_prob < 1),
    next_1d_prob_lo      double precision not null check (next_1d_prob_lo > 0),
    next_1d_prob_hi      double precision not null check (next_1d_prob_hi < 1),
    next_3d_prob         double precision not null check (next_3d_prob > 0 and next_3d_prob < 1),
    next_3d_prob_lo      double precision not null check (next_3d_prob_lo > 0),
    next_3d_prob_hi      double precision not null check (next_3d_prob_hi < 1),
    next_7d_prob         double precision not null check (next_7d_prob > 0 and next_7d_prob < 1),
    next_7d_prob_lo      double precision not null check (next_7d_prob_lo > 0),
    next_7d_prob_hi      double precision not null check (next_7d_prob_hi < 1),
    next_30d_prob        double precision not null check (next_30d_prob > 0 and next_30d_prob < 1),
    next_30d_prob_lo     double precision not null check (next_30d_prob_lo > 0),
    next_30d_prob_hi     double precision not null check (next_30d_prob_hi < 1),
    next_90d_prob        double precision not null check (next_90d_prob > 0 and next_90d_prob < 1),
    next_90d_prob_lo     double precision not null check (next_90d_prob_lo > 0),
    next_90d_prob_hi     double precision not null check (next_90d_prob_hi < 1),
    curve                double precision[] not null check (cardinality(curve) = 90),
    plain_7d_prob        double precision not null check (plain_7d_prob between 0 and 1),
    plain_30d_prob       double precision not null check (plain_30d_prob between 0 and 1),
    baseline_7d_prob     double precision not null check (baseline_7d_prob between 0 and 1),
    baseline_30d_prob    double precision not null check (baseline_30d_prob between 0 and 1),
    climatology_7d_prob  double precision not null check (climatology_7d_prob between 0 and 1),
    climatology_30d_prob double precision not null check (climatology_30d_prob between 0 and 1),
    pooled_7d_prob       double precision not null check (pooled_7d_prob between 0 and 1),
    pooled_30d_prob      double precision not null check (pooled_30d_prob between 0 and 1),
    omega_full           double precision not null check (omega_full between 0 and 1),
    median_wait_days     integer          check (median_wait_days > 0),
    window_from          date,
    window_to            date             check (window_to >= window_from),
    typical_bonus        numeric,
    bonus_q10            numeric,
    bonus_q90            numeric,
    base_q10             numeric,
    base_q50             numeric,
    base_q90             numeric,
    campaigns            integer          not null check (campaigns >= 0),
    confidence           text             not null check (confidence in ('low', 'medium', 'high')),
    readiness            text             not null check (readiness in ('ready', 'forming', 'none')),
    drivers              jsonb            not null default '[]',
    announced_start      date,
    running_until        date,
    last_start           date,
    last_end             date,
    gap_days             double precision check (gap_days > 0),
    constraint promo_forecast_once unique nulls not distinct (program, origin, origin_day, model_version),
    check (next_1d_prob_lo <= next_1d_prob_hi
        and next_3d_prob_lo <= next_3d_prob_hi
        and next_7d_prob_lo <= next_7d_prob_hi
        and next_30d_prob_lo <= next_30d_prob_hi
        and next_90d_prob_lo <= next_90d_prob_hi),
    check (next_1d_prob <= next_7d_prob and next_7d_prob <= next_30d_prob and next_30d_prob <= next_90d_prob),
    check ((window_from is null) = (window_to is null)),
    check ((typical_bonus is null) = (bonus_q10 is null) and (typical_bonus is null) = (bonus_q90 is null)),
    check (bonus_q10 <= typical_bonus and typical_bonus <= bonus_q90),
    check ((base_q50 is null) = (base_q10 is null) and (base_q50 is null) = (base_q90 is null)),
    check (base_q10 <= base_q50 and base_q50 <= base_q90)
);
comment on table promo_forecast is 'When the next campaign of a programme, or of a programme and an origin, begins: one row a series, day and model.';
comment on column promo_forecast.program is 'The taker of the points.';
comment on column promo_forecast.origin is 'Where the points come from; null for a campaign from anywhere.';
comment on column promo_forecast.origin_day is 'Everything that was known at the end of this day, in America/Sao_Paulo, went into it; the day after is the first of the horizon.';
comment on column promo_forecast.next_7d_prob is 'The probability that a campaign begins within 7 days; never 0 and never 1. _lo and _hi bound it with a credibility of 80 %.';
comment on column promo_forecast.curve is 'The probability that a campaign begins within 1, 2, … 90 days.';
comment on column promo_forecast.plain_7d_prob is 'By the pace and the weekday alone, without the other corrections.';
comment on column promo_forecast.baseline_7d_prob is 'By a Gamma-Poisson model of the gaps alone.';
comment on column promo_forecast.climatology_7d_prob is 'By how often it was so in the past.';
comment on column promo_forecast.pooled_7d_prob is 'What would be said of a programme of which nothing is known.';
comment on column promo_forecast.omega_full is 'How much the corrections count beside the plain model, from 0 to 1.';
comment on column promo_forecast.median_wait_days is 'Within so many days a campaign is more likely than not; null if that is too far off to say.';
comment on column promo_forecast.window_from is 'The days in which the next campaign is most likely to begin.';
comment on column promo_forecast.typical_bonus is 'The median of the highest percentage; between bonus_q10 and bonus_q90 lie 80 %. base_q50 is that of what anyone gets.';
comment on column promo_forecast.campaigns is 'On how many campaigns it rests.';
comment on column promo_forecast.readiness is 'Whether the history is enough (ready), or still forming, or there is none.';
comment on column promo_forecast.drivers is 'What moves it most, each with its effect on the rate: 0.4 is 40 % more than usual.';
comment on column promo_forecast.announced_start is 'The first day of a campaign that is announced and has not begun.';
comment on column promo_forecast.running_until is 'The last day of a campaign that is open on origin_day.';
comment on column promo_forecast.gap_days is 'The mean gap between beginnings in the 12 months up to origin_day.';

create index promo_forecast_latest on promo_forecast (program, origin, origin_day desc);
create index promo_forecast_day on promo_forecast (origin_day);
