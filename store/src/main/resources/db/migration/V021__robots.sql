create table robots (
    address    text        primary key,
    said       bytea       not null,
    fetched_at timestamptz not null
);
comment on table robots is 'The robots.txt of sites, by its address, so that a process that begins each minute does not ask for it each minute; kept for a day.';
comment on column robots.said is 'Nothing where there is none.';
