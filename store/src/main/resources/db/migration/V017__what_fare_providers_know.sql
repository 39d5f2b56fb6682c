create table fare_survey (
    provider       text        not null,
    what           text        not null check (what in ('routes', 'sweep')),
    next_at        timestamptz not null,
    primary key (provider, what)
);
comment on table fare_survey is 'When each provider is next asked which routes it knows, and for all that it has, by one of all processes.';

create table fare_coverage (
    provider       text        not null,
    origin         text        not null,
    dest           text        not null,
    primary key (provider, origin, dest)
);
comment on table fare_coverage is 'The routes that a provider said it knows; it is asked for no others. Without any it is asked for all.';
