-- What is searched is held in memory by whoever searches, who reads what has changed since. What the words say already is
-- not said by columns any more, and nobody looks anything up by words here.

drop function refresh_promo_search(uuid[]);
drop index promo_search_words;
drop index promo_search_published;
alter table promo_search
    drop column kind,
    drop column program,
    drop column origins,
    drop column year,
    drop column percent;
drop function search_fields(tsquery);
drop function search_words(text);

alter table promo_search add column written xid8 not null default pg_current_xact_id();
comment on column promo_search.written is 'The transaction that wrote it last: what comes before the oldest that ran at a reading was read.';
create index promo_search_written on promo_search (written);

create function refresh_promo_search(promos uuid[]) returns void
    language sql
begin atomic
    delete from promo_search
    using promo
    where promo_search.promo_id = promo.id
      and promo.id = any(promos)
      and promo.state = 'withdrawn';

    insert into promo_search (promo_id, published_at, words)
    select id, published_at,
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
        words = excluded.words,
        written = excluded.written
    where (promo_search.published_at, promo_search.words) is distinct from (excluded.published_at, excluded.words);
end;
