-- Raw answers are let go of when they take too much room; what was read from them stays.

alter table capture alter column body drop not null;
comment on column capture.body is 'The bytes after the server''s own compression was undone, compressed with gzip; null once they were dropped to save room: they cannot be read again then, and what was read stays.';
