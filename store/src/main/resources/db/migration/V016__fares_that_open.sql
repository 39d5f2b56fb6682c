-- Whoever waits for a seat wants to hear of the fares whose seats changed, and of no others. What was known before is not told of as
-- new, so it has no such instant. The index holds what is hardly ever changed: a fare that is told again as it was stays where it is.
alter table fare add column seats_at timestamptz not null default '-infinity';
alter table fare alter column seats_at drop default;
comment on column fare.seats_at is 'When milesbot was told that it is there, that it is gone, or that it has another number of seats than before.';
create index fare_seats_at on fare (seats_at);
