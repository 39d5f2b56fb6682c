alter table promo_forecast add column signals jsonb check (jsonb_typeof(signals) = 'array');
comment on column promo_forecast.signals is 'What plug-ins thought of it when it was first made on its day: by which factor the pace differs over 7 and over 30 days, and why. Null where none was asked. A factor f makes of a probability p 1 - (1 - p)^f.';
