-- What is told of changed cells says from which day on figures are others. Most of what comes is of today, and changes nothing
-- of what is published, the figures of the first of the month: so those who keep such need not look again.
-- The channel ledger is for instances of the version before, which listen to it until they are replaced.
create or replace function tell_of_cells() returns trigger language plpgsql as $$
begin
  if tg_table_schema = 'public' then
    perform pg_notify('cells', area.code || ' ' || changed.first_day), pg_notify('ledger', area.code)
    from (select cell.area as id, min(cell.day) as first_day from new_cell cell group by cell.area) changed
    join area using (id);
  end if;
  return null;
end
$$;
