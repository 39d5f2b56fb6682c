-- What is searched lies beside the promos, in a table that is narrow enough to be counted through, and is kept true by
-- triggers: whatever writes a promo, also a hand at psql, a restore or a later milesbot, writes it.

create function search_plain(written text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        regexp_replace(
            translate(
                lower(written),
                'áàâãäéèêëíìîïóòôõöúùûüçñÁÀÂÃÄÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑ' || U&'\0300\0301\0302\0303\0308\0327\00AA\00BA',
                'aaaaaeeeeiiiiooooouuuucnaaaaaeeeeiiiiooooouuuucn'),
            '[^a-z0-9]+', ' ', 'g'),
        '(oes|aes)\M', 'ao', 'g'));
comment on function search_plain is 'Small letters without accents, digits, and a space for all else; cartões and cartao are the same word.';

create function search_words(typed text) returns tsquery
    language sql stable strict parallel safe
    return to_tsquery(
        'pg_catalog.portuguese',
        (
            select coalesce(
                string_agg(
                    case
                        when position < last then word
                        -- The stem of a half word may go on where that of the whole one ends: executiv, executiva.
                        when length(word) > 4 then format('(%1$s:* | %1$sa)', word)
                        else word || ':*'
                    end,
                    ' & ' order by position),
                '')
            from (
                select word, position, max(position) over () as last
                from unnest(string_to_array(search_plain(typed), ' ')) with ordinality as split (word, position)
                where ts_lexize('pg_catalog.portuguese_stem', word) <> '{}') as words
        ));
comment on function search_words is 'Every word that is no stop word, as its stem; the last as the beginning of one.';

create function search_fields(query tsquery) returns tsquery
    language sql immutable strict parallel safe
    return cast(regexp_replace(cast(query as text), '''(\w+)''', '''=\1''', 'g') as tsquery);
comment on function search_fields is 'The same words, but only where they name the programme, an origin or a percentage.';

create table promo_search (
    promo_id     uuid             primary key references promo (id) on delete cascade,
    published_at timestamptz      not null,
    kind         text collate "C" not null,
    program      text collate "C" not null,
    origins      text[]           not null,
    year         smallint         not null,
    percent      numeric,
    words        tsvector         not null
);
comment on table promo_search is 'Every promo that was not withdrawn, as it is searched; made of promo by triggers.';
comment on column promo_search.origins is 'Where points come from: {*} where every partner bank is among them.';
comment on column promo_search.year is 'Of the publication, in America/Sao_Paulo.';
comment on column promo_search.words is 'Stems of all it says; those of programme, origins and percentages also after =; and its fields, such as program:smiles.';

create function refresh_promo_search(promos uuid[]) returns void
    language sql
begin atomic
    delete from promo_search
    using promo
    where promo_search.promo_id = promo.id
      and promo.id = any(promos)
      and promo.state = 'withdrawn';

    insert into promo_search (promo_id, published_at, kind, program, origins, year, percent, words)
    select id, published_at, kind, program, givers, published_year, bonus_pct,
        strip(to_tsvector('pg_catalog.portuguese', concat_ws(' ',
            named,
            case kind
                when 'transfer_bonus' then 'bonus transferencia bonificada'
                when 'points_purchase' then 'compra pontos milhas'
                when 'club' then 'clube assinatura'
                when 'earn_multiplier' then 'acumulo pontos real compras'
                when 'internal_transfer' then 'bonus transferencia entre contas'
                when 'award_fare' then 'passagem voo resgate milhas'
                else replace(kind, '_', ' ')
            end,
            search_plain(concat_ws(' ',
                title,
                (select string_agg(concat_ws(' ', tier ->> 'label', tier ->> 'percent'), ' ')
                 from jsonb_array_elements(tiers) as tier),
                plan, nullif(array_to_string(shops, ' '), ''))),
            origin, dest, origin_city, dest_city, replace(cabin, '_', ' '),
            months[extract(month from published_on)], published_year,
            months[extract(month from start_dt)], extract(year from start_dt))))
        || array_to_tsvector(array_remove(
            array['program:' || program, 'kind:' || kind, 'year:' || published_year, 'percent:' || trim_scale(bonus_pct)]
                || array(select 'origin:' || giver from unnest(givers) as giver)
                || array(
                    select '=' || stem
                    from unnest(tsvector_to_array(to_tsvector('pg_catalog.portuguese', named))) as stem),
            null))
    from promo
    cross join lateral (select cast(published_at at time zone 'America/Sao_Paulo' as date)) as day (published_on)
    cross join lateral (
        select cast(extract(year from published_on) as smallint),
            case when '*' = any(origins) then '{*}' else origins end,
            translate(
                concat_ws(' ', program, array_to_string(origins, ' '), trim_scale(bonus_pct), trim_scale(base_pct)),
                '_.', '  ')) as plain (published_year, givers, named)
    cross join (select array[
        'janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho',
        'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro']) as portuguese (months)
    where id = any(promos)
      and state <> 'withdrawn'
    order by id
    on conflict (promo_id) do update
    set published_at = excluded.published_at,
        kind = excluded.kind,
        program = excluded.program,
        origins = excluded.origins,
        year = excluded.year,
        percent = excluded.percent,
        words = excluded.words
    where promo_search is distinct from excluded;
end;

create function keep_promo_search() returns trigger
    language plpgsql
as $$
declare
    promos uuid[];
begin
    if tg_op = 'INSERT' then
        promos := array(select id from told);
    else
        promos := array(
            select told.id
            from told
            join had using (id)
            where (told.published_at, told.kind, told.program, told.origins, told.bonus_pct, told.base_pct, told.tiers,
                    told.plan, told.shops, told.origin, told.dest, told.origin_city, told.dest_city, told.cabin,
                    told.start_dt, told.title, told.state)
                is distinct from (had.published_at, had.kind, had.program, had.origins, had.bonus_pct, had.base_pct,
                    had.tiers, had.plan, had.shops, had.origin, had.dest, had.origin_city, had.dest_city, had.cabin,
                    had.start_dt, had.title, had.state));
    end if;
    if cardinality(promos) > 0 then
        -- By the schema's name at the time: a restore builds its schema under another one.
        execute format('select %I.refresh_promo_search($1)', tg_table_schema) using promos;
    end if;
    return null;
end
$$;

create trigger promo_search_insert
    after insert on promo
    referencing new table as told
    for each statement
    execute function keep_promo_search();

create trigger promo_search_update
    after update on promo
    referencing old table as had new table as told
    for each statement
    execute function keep_promo_search();

do $$ begin perform refresh_promo_search(array(select id from promo)); end $$;

create index promo_search_words on promo_search using gin (words);
create index promo_search_published on promo_search (published_at desc, promo_id);
create index promo_undated on promo (published_at) where end_dt is null and state not in ('ended', 'withdrawn');
