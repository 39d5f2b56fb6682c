create table bot_offset (
    bot_id         bigint      primary key,
    next_update    bigint      not null,
    moved_at       timestamptz not null
);
comment on table bot_offset is 'The first update that Telegram has not handed over yet, for each bot.';
comment on column bot_offset.moved_at is 'When that was found out; after a week without updates Telegram numbers them anew.';

create table bot_update (
    bot_id         bigint      not null,
    update_id      bigint      not null,
    chat_id        bigint,
    received_at    timestamptz not null,
    attempts       smallint    not null default 0,
    body           text        not null,
    primary key (bot_id, update_id)
);
comment on table bot_update is 'What people said to the bot and it has not dealt with yet; taken out in the transaction that deals with it.';
comment on column bot_update.chat_id is 'The chat that it comes from; null if it cannot be told.';
comment on column bot_update.attempts is 'How often it was begun: what brings the bot down is not begun for ever.';

create table conversation (
    chat_id        bigint      primary key,
    command        text        not null,
    topic          text        not null check (length(topic) <= 1000),
    expires_at     timestamptz not null
);
comment on table conversation is 'The question that somebody was asked last: what they write next goes to this command.';

create table bot_proposal (
    id             bigint      generated always as identity primary key,
    chat_id        bigint      not null,
    command        text        not null,
    words          text        not null check (length(words) <= 4096),
    expires_at     timestamptz not null
);
comment on table bot_proposal is 'What somebody is asked to confirm by a button.';
create index bot_proposal_chat on bot_proposal (chat_id);

alter table user_config add column ai boolean not null default false;
comment on column user_config.ai is 'Whether a language model may read what this person writes and no command understands.';

create table broadcast (
    id             bigint      generated always as identity primary key,
    body           text        not null check (length(body) <= 4096),
    created_at     timestamptz not null
);
comment on table broadcast is 'What the operators told everybody, as plain text; each alert with the reason broadcast has the number of one as its detail.';
alter table app_user add column start_step smallint not null default 0;
comment on column app_user.start_step is 'How far they have come in the questions of /start; 0: they were not asked yet.';
