-- What seats cost in miles. A price is kept when it is new, and again each week that it stands; so a window of the history is
-- read by when prices were seen, and what stood long counts for more. History is only ever added to, in the order of time, which
-- scatters the prices of a route over the table; therefore the index holds all of a row, and the table is hardly ever looked at.

create table fare_route (
    id             integer     generated always as identity primary key,
    program        text        not null,
    origin         text        not null check (origin ~ '^[A-Z]{3}$'),
    dest           text        not null check (dest ~ '^[A-Z]{3}$' and dest <> origin),
    cabin          text        not null,
    constraint fare_route_once unique (origin, dest, cabin, program)
);
comment on table fare_route is 'From an airport to another, in a cabin, with the miles of a programme: what has a price history.';

create table fare (
    id             bigint      generated always as identity primary key,
    route_id       integer     not null references fare_route (id),
    travel_day     date        not null,
    provider       text        not null,
    miles          bigint      not null check (miles > 0),
    taxes_brl      numeric     check (taxes_brl >= 0),
    seats          integer     check (seats > 0),
    stops          integer     check (stops >= 0),
    airlines       text[]      not null,
    link           text        check (length(link) <= 2000),
    since          timestamptz not null,
    seen_at        timestamptz not null check (seen_at >= since),
    told_at        timestamptz not null,
    gone_at        timestamptz,
    constraint fare_once unique (route_id, travel_day, provider)
) with (fillfactor = 80);
comment on table fare is 'What a seat costs now, as each provider says it.';
comment on column fare.travel_day is 'The day of departure, by the calendar at the origin.';
comment on column fare.since is 'When this price was first seen; seen_at is when it was last so, and told_at when milesbot was last told.';
comment on column fare.gone_at is 'When the provider did not name it any more; null as long as it does.';

create table fare_price (
    route_id       integer     not null,
    travel_day     date        not null,
    seen_at        timestamptz not null,
    miles          bigint      not null,
    taxes_brl      numeric,
    seats          integer,
    stops          integer,
    provider       text        not null
) with (autovacuum_vacuum_insert_scale_factor = 0.02);
comment on table fare_price is 'What seats cost once: a row when a price was new or came back, and another for each week that it stood.';
create index fare_price_route on fare_price (route_id, travel_day, seen_at)
    include (miles, taxes_brl, seats, stops, provider);

-- Discrete percentiles: a price that was asked and that one can look up, and not one between two of them. What is subtracted from
-- an instant depends on the time zone, so it is worked out once in a query of its own, and not again for each row.
create function fare_statistics(route integer, day date, at timestamptz)
returns table (prices bigint, days integer, median bigint, tenth bigint, lowest30 bigint, lowest90 bigint, lowest365 bigint)
language sql stable as $$
    with year as (
        select min(seen_at) as first, min(miles) as lowest
        from fare_price
        where route_id = route
          and (day is null or travel_day = day)
          and seen_at > (select at - interval '365 days')
          and seen_at <= at),
    quarter as (
        select count(*) as prices, percentile_disc(array[0.5, 0.1]) within group (order by miles) as percentiles,
            min(miles) as lowest, min(miles) filter (where seen_at > ago.month) as lowest_of_month
        from (select at - interval '30 days' as month) ago
        cross join fare_price
        where route_id = route
          and (day is null or travel_day = day)
          and seen_at > (select at - interval '90 days')
          and seen_at <= at)
    select prices, coalesce(cast(ceil(extract(epoch from at - first) / 86400) as integer), 0), percentiles[1],
        percentiles[2], lowest_of_month, quarter.lowest, year.lowest
    from year
    cross join quarter
$$;
comment on function fare_statistics is 'What a route usually costs, on one day of departure or on all (null): of the last 365 days, and the percentiles of the last 90.';

create table fare_query (
    provider       text        not null,
    origins        text        not null,
    dests          text        not null,
    month          date        not null check (extract(day from month) = 1),
    cabin          text        not null,
    passengers     smallint    not null check (passengers between 1 and 9),
    people         integer     not null check (people >= 0),
    asked_at       timestamptz not null,
    lease_until    timestamptz,
    expires_at     timestamptz not null,
    outcome        text        check (outcome in ('whole', 'part', 'failed')),
    failures       smallint    not null default 0 check (failures >= 0),
    fares          integer     not null default 0 check (fares >= 0),
    primary key (provider, origins, dests, month, cabin, passengers)
);
comment on table fare_query is 'What providers were asked, so that what many want is asked once by one of all processes.';
comment on column fare_query.origins is 'All airports of the cities that it is about, in order, with commas; so is dests.';
comment on column fare_query.cabin is 'Empty for all of them, whose answer answers for each of them too.';
comment on column fare_query.people is 'How many waited for it when it was asked: the more, the sooner it is asked again.';
comment on column fare_query.lease_until is 'Until then whoever asks has time to say how it ended; null: nobody asks.';
comment on column fare_query.expires_at is 'From then on it is asked again.';
create index fare_query_expires on fare_query (expires_at);

create table fare_provider (
    provider       text        primary key,
    day            date        not null,
    used           integer     not null check (used >= 0),
    next_at        timestamptz not null,
    quota_left     integer     check (quota_left >= 0),
    blocked_until  timestamptz
);
comment on table fare_provider is 'How often each provider was asked on a day of America/Sao_Paulo, and when it may be asked again, over all processes.';
comment on column fare_provider.quota_left is 'How many more requests of the day it said it would answer, less those since; null if it said nothing.';

create table fare_notice (
    id             bigint      generated always as identity primary key,
    user_id        bigint      not null references app_user (id) on delete cascade,
    fare_id        bigint      not null references fare (id),
    program        text        not null,
    origin         text        not null,
    dest           text        not null,
    cabin          text        not null,
    travel_day     date        not null,
    day            date        not null,
    miles          bigint      not null,
    ceiling        bigint,
    is_cheap       boolean     not null,
    median         bigint,
    previous_low   bigint,
    history_days   integer     not null check (history_days >= 0),
    created_at     timestamptz not null,
    constraint fare_notice_once unique (user_id, program, origin, dest, travel_day, cabin, day)
);
comment on table fare_notice is 'Why someone is told of a fare, once a day, whoever names it; the detail of the alert is its number.';
comment on column fare_notice.day is 'On which day of America/Sao_Paulo they are told.';
comment on column fare_notice.ceiling is 'The most miles that they wait for, if that is why.';
comment on column fare_notice.is_cheap is 'Whether it is below nine of ten prices of the last 90 days.';
comment on column fare_notice.previous_low is 'The lowest price of history_days before, if that is why; median is that of the last 90 days, null if few are known.';
create index fare_notice_fare on fare_notice (fare_id);
