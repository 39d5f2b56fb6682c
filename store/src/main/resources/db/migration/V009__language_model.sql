-- What the language model may cost is counted before it is asked, so that no cap is passed however many ask at once.

create table llm_usage (
    user_id        bigint      not null references app_user (id) on delete cascade,
    day            date        not null,
    calls          bigint      not null default 0 check (calls >= 0),
    reserved       bigint      not null default 0 check (reserved >= 0),
    tokens_in      bigint      not null default 0 check (tokens_in >= 0),
    tokens_out     bigint      not null default 0 check (tokens_out >= 0),
    primary key (user_id, day)
);
comment on table llm_usage is 'What each person''s questions to the language model cost on a day of America/Sao_Paulo.';
comment on column llm_usage.reserved is 'Tokens of calls that are under way, at most; what a process had that died stays, and counts as spent.';
create index llm_usage_day on llm_usage (day);

create table llm_month (
    month          date        primary key check (extract(day from month) = 1),
    calls          bigint      not null default 0 check (calls >= 0),
    reserved       bigint      not null default 0 check (reserved >= 0),
    tokens_in      bigint      not null default 0 check (tokens_in >= 0),
    tokens_out     bigint      not null default 0 check (tokens_out >= 0)
);
comment on table llm_month is 'The same of the whole installation, which stays when a person is forgotten.';
