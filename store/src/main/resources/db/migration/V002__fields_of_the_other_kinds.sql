alter table promo
    add column gain              text,
    add column origin_city       text check (origin_city ~ '^[A-Z]{3}$'),
    add column dest_city         text check (dest_city ~ '^[A-Z]{3}$'),
    add column trip              text,
    add column travel_from       date,
    add column travel_to         date check (travel_to >= travel_from),
    add column rate_max          numeric check (rate_max > 0),
    add column rate_base         numeric check (rate_base > 0 and rate_base <= rate_max),
    add column rate_unit         text check (rate_unit ~ '^[A-Z]{3}$'),
    add column shops             text[] not null default '{}',
    add column plan              text,
    add column monthly_price_brl numeric check (monthly_price_brl >= 0);
comment on column promo.gain is 'Whether the percentages are more points (bonus) or less money (discount); null where the kind says it.';
comment on column promo.origin_city is 'The city a fare starts from, as an IATA code, also where the airport is not told.';
comment on column promo.trip is 'What the miles of a fare buy: one_way or round_trip.';
comment on column promo.travel_from is 'The first day one may fly; when one may book is start_dt to end_dt.';
comment on column promo.rate_max is 'The most points for one unit of the money in rate_unit; rate_base is what everyone gets.';
comment on column promo.shops is 'Where purchases earn points, by their names.';
comment on column promo.plan is 'The plan of a club: its name, or its points in digits.';

alter table sighting
    add column gain              text,
    add column origin_city       text check (origin_city ~ '^[A-Z]{3}$'),
    add column dest_city         text check (dest_city ~ '^[A-Z]{3}$'),
    add column trip              text,
    add column travel_from       date,
    add column travel_to         date check (travel_to >= travel_from),
    add column rate_max          numeric check (rate_max > 0),
    add column rate_base         numeric check (rate_base > 0 and rate_base <= rate_max),
    add column rate_unit         text check (rate_unit ~ '^[A-Z]{3}$'),
    add column shops             text[] not null default '{}',
    add column plan              text,
    add column monthly_price_brl numeric check (monthly_price_brl >= 0);
