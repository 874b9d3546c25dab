-- All figures can be made anew from the mutations while those of before are read and kept up (ADR 19). Each making is a
-- generation. The tables of the one that is read are those of this schema; any other has its own in the schema generation_N,
-- so that to switch is to change names, in one transaction.
create table current_generation (
  number int not null
);

insert into current_generation values (1);

-- Who writes says first which generation it writes, and from then on, until the end of its transaction, the names of the
-- tables are those of that generation. A switch waits for all who write, and they for it.
create function enter_generation(wanted int) returns void language plpgsql as $$
declare
  own text := 'generation_' || wanted;
  current int;
begin
  perform pg_advisory_xact_lock_shared(918, 0);
  select number into current from public.current_generation;
  if wanted = current then
    return;
  end if;
  if to_regnamespace(own) is null then
    if wanted < current then
      raise exception 'generation % was forgotten: this instance is to be told of generation %', wanted, current;
    end if;
    perform begin_generation(wanted);
  end if;
  perform set_config('search_path', own || ', ' || current_setting('search_path'), true);
end
$$;

-- Makes the tables of a generation: as they are in this schema, with all that hangs on them.
create function begin_generation(next int) returns void language plpgsql as $$
declare
  own text := 'generation_' || next;
  of_each text;
  made record;
begin
  perform pg_advisory_xact_lock(918, 1);
  if to_regnamespace(own) is not null then
    return;
  end if;
  execute format('create schema %I', own);
  foreach of_each in array array['cell', 'plane_cell', 'month_sum', 'snapshot'] loop
    execute format('create table %I.%I (like public.%I including all)', own, of_each, of_each);
    for made in
      select pg_get_triggerdef(oid) as definition from pg_trigger
      where tgrelid = format('public.%I', of_each)::regclass and not tgisinternal
    loop
      execute replace(made.definition, ' ON public.', format(' ON %I.', own));
    end loop;
  end loop;
end
$$;

-- From one moment to the next everybody reads the figures of another generation. Those of before are kept up by who writes
-- them, and can be gone back to in the same way, until forget_generation.
create function switch_generation(next int) returns void language plpgsql as $$
declare
  own text := 'generation_' || next;
  before int;
  of_each text;
begin
  perform pg_advisory_xact_lock(918, 0);
  select number into before from public.current_generation for update;
  if before = next then
    return;
  end if;
  if to_regnamespace(own) is null then
    raise exception 'there is no generation %', next;
  end if;
  lock table public.cell, public.plane_cell, public.month_sum, public.snapshot in access exclusive mode;
  execute format('create schema if not exists %I', 'generation_' || before);
  foreach of_each in array array['cell', 'plane_cell', 'month_sum', 'snapshot'] loop
    execute format('alter table public.%I set schema %I', of_each, 'generation_' || before);
    execute format('alter table %I.%I set schema public', own, of_each);
  end loop;
  execute format('drop schema %I', own);
  update public.current_generation set number = next;
  perform pg_notify('generation', next::text);
end
$$;

-- Takes away the figures of a generation that nobody writes or reads any longer.
create function forget_generation(old int) returns void language plpgsql as $$
begin
  if old = (select number from public.current_generation) then
    raise exception 'generation % is the one that is read', old;
  end if;
  execute format('drop schema if exists %I cascade', 'generation_' || old);
end
$$;

-- Only what is read is news.
create or replace function tell_of_cells() returns trigger language plpgsql as $$
begin
  if tg_table_schema = 'public' then
    perform pg_notify('ledger', code) from area where id in (select area from new_cell);
  end if;
  return null;
end
$$;

create or replace function tell_of_snapshot() returns trigger language plpgsql as $$
begin
  if tg_table_schema = 'public' then
    perform pg_notify('snapshot', new.area);
  end if;
  return null;
end
$$;
