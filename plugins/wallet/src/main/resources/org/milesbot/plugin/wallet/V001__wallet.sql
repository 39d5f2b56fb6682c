create table owner (
    chat_id    bigint primary key,
    language   text   not null
);
comment on table owner is 'Whose wallets there are, and in which language they are warned.';

create table balance (
    chat_id    bigint not null references owner on delete cascade,
    program    text   not null,
    points     bigint not null check (points >= 0),
    entered_on date   not null,
    primary key (chat_id, program)
);
comment on table balance is 'How many points people say that they have of a programme.';

create table expiry (
    chat_id    bigint not null references owner on delete cascade,
    program    text   not null,
    day        date   not null,
    points     bigint not null check (points > 0),
    primary key (chat_id, program, day)
);
comment on table expiry is 'How many of these points can be used until a day, and no longer.';
create index expiry_day on expiry (day);

create table warning (
    chat_id    bigint      not null references owner on delete cascade,
    day        date        not null,
    days       int         not null,
    program    text        not null,
    made_at    timestamptz not null,
    primary key (chat_id, day, days, program)
);
comment on table warning is 'Which warnings were handed to milesbot; those of one person, day and moment are one message.';
create index warning_made on warning (made_at);
