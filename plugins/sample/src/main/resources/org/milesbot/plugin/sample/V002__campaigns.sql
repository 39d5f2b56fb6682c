create table campaign_seen (
    id         uuid primary key,
    program    text not null
);
comment on table campaign_seen is 'The campaigns that were settled since the plug-in is there.';
