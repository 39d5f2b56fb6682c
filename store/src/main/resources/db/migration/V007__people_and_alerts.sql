create table app_user (
    id             bigint      generated always as identity primary key,
    role           text        not null default 'member' check (role in ('member', 'operator')),
    telegram_id    bigint      not null check (telegram_id <> 0),
    name           text        not null default '' check (length(name) <= 200),
    created_at     timestamptz not null,
    disabled_at    timestamptz,
    disabled_why   text,
    welcomed_at    timestamptz,
    next_send_at   timestamptz not null default '-infinity',
    constraint app_user_once unique (role, telegram_id),
    check ((disabled_at is null) = (disabled_why is null))
);
comment on table app_user is 'Who is told of promos: people, groups and channels; and the operator, who is told how milesbot does.';
comment on column app_user.telegram_id is 'The chat on Telegram: of a person their own id; below 0 for a group or a channel.';
comment on column app_user.disabled_why is 'Why nothing is sent any more, such as that they blocked the bot.';
comment on column app_user.welcomed_at is 'When it was looked what was open as they came; null: not yet.';
comment on column app_user.next_send_at is 'Nothing is sent to this chat before.';

create index app_user_new on app_user (id) where welcomed_at is null;

create table user_config (
    user_id        bigint      primary key references app_user (id) on delete cascade,
    language       text        not null default 'pt' check (language in ('pt', 'en')),
    channel        text        not null default 'telegram',
    threshold      numeric     not null default 60 check (threshold between 0 and 100),
    min_bonus      numeric     check (min_bonus between 0 and 10000),
    kinds          text[]      not null default '{transfer_bonus}',
    programs       text[]      not null default '{}',
    origins        text[]      not null default '{}',
    tiers          text[]      not null default '{}',
    zone           text        not null default 'America/Sao_Paulo',
    quiet_from     time,
    quiet_to       time        check (quiet_to <> quiet_from),
    urgent_passes  boolean     not null default false,
    digest         text        not null default 'off' check (digest in ('off', 'daily', 'weekly')),
    digest_at      time        not null default '09:00',
    level_new      text        not null default 'loud' check (level_new in ('loud', 'silent', 'off')),
    level_raised   text        not null default 'loud' check (level_raised in ('loud', 'silent', 'off')),
    level_extended text        not null default 'silent' check (level_extended in ('loud', 'silent', 'off')),
    level_ending   text        not null default 'off' check (level_ending in ('loud', 'silent', 'off')),
    level_combo    text        not null default 'loud' check (level_combo in ('loud', 'silent', 'off')),
    check ((quiet_from is null) = (quiet_to is null))
);
comment on table user_config is 'How each of them wants it.';
comment on column user_config.threshold is 'The least score that a promo must have.';
comment on column user_config.min_bonus is 'The least percentage that this person must get; null for any.';
comment on column user_config.kinds is 'Kinds of promo; empty for all. So are programs (that points go to) and origins (that they come from).';
comment on column user_config.tiers is 'What they hold, each as programme:audience, such as smiles:club.';
comment on column user_config.quiet_from is 'From then to quiet_to, by the clocks of zone, messages wait.';
comment on column user_config.urgent_passes is 'Whether what is urgent comes all the same, in quiet hours and instead of in the digest.';
comment on column user_config.digest is 'Whether messages are gathered, and sent as one at digest_at, each day or each Monday.';
comment on column user_config.level_new is 'Of a kind of message: whether it comes with a sound, without, or not at all.';

create table user_program (
    user_id        bigint      not null references app_user (id) on delete cascade,
    program        text        not null,
    min_bonus      numeric     check (min_bonus between 0 and 10000),
    muted_until    timestamptz,
    primary key (user_id, program),
    check (min_bonus is not null or muted_until is not null)
);
comment on table user_program is 'What is otherwise for one programme.';

create table user_reminder (
    user_id        bigint      not null references app_user (id) on delete cascade,
    promo_id       uuid        not null references promo (id) on delete cascade,
    asked_at       timestamptz not null,
    primary key (user_id, promo_id)
);
comment on table user_reminder is 'Who wants to be reminded on a promo''s last day.';
create index user_reminder_promo on user_reminder (promo_id);

create table user_route (
    id             bigint      generated always as identity primary key,
    user_id        bigint      not null references app_user (id) on delete cascade,
    origins        text[]      not null check (cardinality(origins) > 0),
    dests          text[]      not null check (cardinality(dests) > 0),
    cabin          text,
    max_miles      bigint      check (max_miles > 0),
    travel_from    date,
    travel_to      date        check (travel_to >= travel_from)
);
comment on table user_route is 'Flights that someone waits for: from any of some airports or cities to any of others, by IATA codes.';
create index user_route_user on user_route (user_id);

create table event_cursor (
    consumer       text        primary key,
    last_id        bigint      not null check (last_id >= 0)
);
comment on table event_cursor is 'How far each consumer has read the events, or the notices, that are read by number.';

create table event_match (
    event_id       bigint      primary key references promo_event (id) on delete cascade,
    matched_at     timestamptz not null,
    score          numeric     check (score between 0 and 100),
    freshness      double precision,
    provenance     double precision,
    structure      double precision,
    hit_rate       double precision,
    urgent         boolean     not null,
    skipped        text,
    alerts         bigint      not null check (alerts >= 0)
);
comment on table event_match is 'What came of each event when it was matched with people.';
comment on column event_match.skipped is 'Why nobody was told; null if people were looked for.';

-- No foreign keys: a million rows are written at once, and each would be looked up three times.
create table alert (
    id             bigint      generated always as identity primary key,
    user_id        bigint      not null,
    promo_id       uuid,
    event_id       bigint,
    created_at     timestamptz not null,
    due_at         timestamptz not null,
    expires_at     timestamptz,
    lease_until    timestamptz,
    ended_at       timestamptz,
    message_id     bigint,
    attempts       smallint    not null default 0,
    loud           boolean     not null,
    urgent         boolean     not null,
    digest         boolean     not null default false,
    state          text        not null
        check (state in ('due', 'held', 'claimed', 'failed', 'sent', 'expired', 'dead')),
    reason         text        not null,
    detail         text        not null default '',
    note           text,
    constraint alert_once unique nulls not distinct (user_id, promo_id, reason, detail)
);
comment on table alert is 'The outbox: this promo, to this person, for this reason, each once.';
comment on column alert.promo_id is 'The promo; null for what the operator is told.';
comment on column alert.detail is 'Which one, where a reason may come again: the percentage of a raise, the day of an end, the bonus of a combo.';
comment on column alert.due_at is 'Not before; expires_at is the instant from which on it is worth nothing.';
comment on column alert.digest is 'Whether it waits to be sent together with others.';
comment on column alert.state is 'due, or held (for a digest or the end of quiet hours), then claimed until lease_until, then sent, expired (not worth sending any more) or dead (never accepted); failed: to be tried again at due_at.';
comment on column alert.message_id is 'Its number in the chat, to which later messages about the promo are answers.';
comment on column alert.note is 'Why it expired, failed or died.';

create index alert_due on alert (urgent desc, due_at, id) where state in ('due', 'failed');
create index alert_held on alert (due_at) where state = 'held';
create index alert_claimed on alert (lease_until) where state = 'claimed';
create index alert_dead on alert (id) where state = 'dead';

create table send_budget (
    name           text        primary key,
    next_at        timestamptz not null
);
comment on table send_budget is 'When the next message may be sent, over all processes.';

-- The clocks of a zone may be put back: then the later of two instants with the same time is meant.
create function quiet_until(at timestamptz, quiet_from time, quiet_to time, zone text) returns timestamptz
language sql stable as $$
    select case
        when quiet_from is null then null
        when quiet_from < quiet_to
            and cast(at at time zone zone as time) >= quiet_from
            and cast(at at time zone zone as time) < quiet_to
            then (cast(at at time zone zone as date) + quiet_to) at time zone zone
        when quiet_from > quiet_to and cast(at at time zone zone as time) >= quiet_from
            then (cast(at at time zone zone as date) + 1 + quiet_to) at time zone zone
        when quiet_from > quiet_to and cast(at at time zone zone as time) < quiet_to
            then (cast(at at time zone zone as date) + quiet_to) at time zone zone
    end
$$;
comment on function quiet_until is 'When the quiet hours end that someone has at an instant; null if they have none then.';

create function digest_after(at timestamptz, digest text, digest_at time, zone text) returns timestamptz
language sql stable as $$
    select case
        when digest = 'off' then null
        when digest = 'daily' and cast(at at time zone zone as time) < digest_at
            then (cast(at at time zone zone as date) + digest_at) at time zone zone
        when digest = 'daily'
            then (cast(at at time zone zone as date) + 1 + digest_at) at time zone zone
        when extract(isodow from at at time zone zone) = 1 and cast(at at time zone zone as time) < digest_at
            then (cast(at at time zone zone as date) + digest_at) at time zone zone
        else (cast(at at time zone zone as date) + 8 - cast(extract(isodow from at at time zone zone) as integer)
            + digest_at) at time zone zone
    end
$$;
comment on function digest_after is 'When the next digest is sent to someone; null if they have none.';
