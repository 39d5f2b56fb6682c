create table subscription (
    chat_id    bigint      primary key,
    language   text        not null,
    weekday    int         not null check (weekday between 1 and 7),
    hour       int         not null check (hour between 0 and 23),
    since      timestamptz not null,
    slot       date,
    made_at    timestamptz
);
comment on table subscription is 'Who wants the digest, and when; weekday 1 is Monday, the hour one of America/Sao_Paulo.';
comment on column subscription.since is 'Nothing is sent for an hour before that.';
comment on column subscription.slot is 'The day of the digest that was made last, and when.';

create table campaign (
    id           uuid        primary key,
    program      text        not null,
    percent      numeric     not null,
    ends         date,
    title        text        not null,
    url          text        not null,
    published_at timestamptz not null
);
comment on table campaign is 'The campaigns of the last weeks that give a percentage.';
create index campaign_published on campaign (published_at);

create table forecast (
    program      text        primary key,
    as_of        date        not null,
    week         numeric     not null,
    month        numeric     not null,
    bonus        numeric
);
comment on table forecast is 'The newest forecast of each programme, in percent.';
