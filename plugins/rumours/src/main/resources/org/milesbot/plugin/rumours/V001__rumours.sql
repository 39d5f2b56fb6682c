create table rumour (
    id          bigint      generated always as identity primary key,
    chat_id     bigint,
    way         text        not null check (way in ('bot', 'inbox')),
    language    text        not null,
    words       text        not null,
    mark        bytea       not null check (octet_length(mark) = 32),
    said_at     timestamptz not null,
    reported_at timestamptz not null,
    reported_on date        not null,
    state       text        not null default 'quarantined'
        check (state in ('quarantined', 'confirmed', 'late', 'expired', 'dropped')),
    ended_at    timestamptz,
    constraint rumour_once unique (mark),
    constraint rumour_end check ((state = 'quarantined') = (ended_at is null))
);
comment on table rumour is 'What somebody heard. Nobody is told of it, and no promo is made of it.';
comment on column rumour.chat_id is 'Who reported it; null for a file in the inbox, and for who has had themselves forgotten.';
comment on column rumour.words is 'As it was told, without the names of those who said it; empty when it is of no more use.';
comment on column rumour.mark is 'SHA-256 of the words without case and space: the same text is one rumour.';
comment on column rumour.reported_on is 'The day of reported_at in America/Sao_Paulo.';
comment on column rumour.state is 'late: it was true, but a source had announced it before.';
create index rumour_reporter on rumour (chat_id, reported_on);
create index rumour_open on rumour (reported_at) where state = 'quarantined';

create table offer (
    rumour_id    bigint      not null references rumour (id) on delete cascade,
    number       smallint    not null,
    kind         text        not null,
    program      text        not null,
    percent      numeric     not null,
    origins      text[]      not null,
    starts       date,
    ends         date,
    campaign_id  uuid,
    announced_at timestamptz,
    title        text,
    url          text,
    primary key (rumour_id, number)
);
comment on table offer is 'What a rumour says is offered, and the campaign that it turned out to be.';
comment on column offer.announced_at is 'When the first source announced that campaign; title and url are where people read it.';

create table campaign (
    id           uuid        primary key,
    kind         text        not null,
    program      text        not null,
    percent      numeric     not null,
    origins      text[]      not null,
    starts       date,
    ends         date,
    title        text        not null,
    url          text        not null,
    announced_at timestamptz not null
);
comment on table campaign is 'What sources have announced of late, so that a rumour that comes after it is known to be late.';
create index campaign_alike on campaign (program, kind, percent);
create index campaign_announced on campaign (announced_at);
