create table reminder (
    id         bigint generated always as identity primary key,
    chat_id    bigint not null,
    day        date   not null,
    words      text   not null,
    constraint reminder_once unique (chat_id, day, words)
);
comment on table reminder is 'What people want to be reminded of.';
