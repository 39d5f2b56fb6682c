create table plugin_note (
    id             bigint      generated always as identity primary key,
    plugin         text        not null,
    user_id        bigint      not null references app_user (id) on delete cascade,
    key            text        not null check (length(key) <= 200),
    html           text        not null,
    buttons        jsonb       not null default '[]',
    created_at     timestamptz not null,
    constraint plugin_note_once unique (user_id, plugin, key)
);
comment on table plugin_note is 'What plug-ins tell people, each once for each key; the detail of the alert is its number.';
comment on column plugin_note.buttons is 'Rows of buttons below it, each with label and either url or data.';
