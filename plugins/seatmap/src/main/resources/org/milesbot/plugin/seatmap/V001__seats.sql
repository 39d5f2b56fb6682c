create table watch (
    id         bigint      generated always as identity primary key,
    chat_id    bigint      not null,
    language   text        not null,
    origin     text        not null,
    dest       text        not null,
    first_day  date        not null,
    last_day   date        not null check (last_day >= first_day),
    cabin      text        not null,
    seats      smallint    not null check (seats between 1 and 9),
    created_at timestamptz not null,
    constraint watch_once unique (chat_id, origin, dest, first_day, last_day, cabin)
);
comment on table watch is 'Who wants to be told when there are so many seats in a cabin.';
create index watch_route on watch (origin, dest, cabin);

create table seat (
    program  text        not null,
    origin   text        not null,
    dest     text        not null,
    day      date        not null,
    cabin    text        not null,
    seats    integer     not null check (seats >= 0),
    is_exact boolean     not null,
    miles    bigint      not null,
    taxes    numeric,
    stops    integer,
    link     text,
    seen_at  timestamptz not null,
    primary key (origin, dest, cabin, day, program)
);
comment on table seat is 'How many seats there were last; those of days that are over are deleted.';
comment on column seat.seats is '0: gone, or on a waiting list. Where nobody says how many there are, it is one, and is_exact is false.';

create table opening (
    id        bigint      generated always as identity primary key,
    watch_id  bigint      not null references watch (id) on delete cascade,
    chat_id   bigint      not null,
    batch     bigint      not null,
    found_at  timestamptz not null,
    found_on  date        not null,
    program   text        not null,
    origin    text        not null,
    dest      text        not null,
    day       date        not null,
    cabin     text        not null,
    constraint opening_once unique (chat_id, origin, dest, day, cabin, found_on)
);
comment on table opening is 'What somebody is told: once a flight and day of America/Sao_Paulo, found_on. What one run found is one batch.';
create index opening_found on opening (found_at);
create index opening_watch on opening (watch_id);
