-- What the cells of a calendar month add up to, so that the sum up to a day is that of the months before and of the cells
-- of one month, not of all there ever were. Kept by the database itself, in the transaction that changes a cell: it knows
-- what stood there before. moment is the sum of n times the day.
create table month_sum (
  area int not null,
  series smallint not null,
  month int not null, -- year * 12 + month, January 0
  n bigint not null,
  moment bigint not null,
  primary key (area, series, month)
) with (fillfactor = 80);

create function month_of(day int) returns int language sql immutable parallel safe return
  (extract(year from date '1970-01-01' + day) * 12 + extract(month from date '1970-01-01' + day) - 1)::int;

create function add_new_cells() returns trigger language plpgsql as $$
begin
  insert into month_sum as s (area, series, month, n, moment)
    select area, series, month_of(day), sum(n), sum(n * day) from new_cell group by 1, 2, 3
    on conflict (area, series, month) do update set n = s.n + excluded.n, moment = s.moment + excluded.moment;
  return null;
end
$$;

create function add_changed_cells() returns trigger language plpgsql as $$
begin
  insert into month_sum as s (area, series, month, n, moment)
    select area, series, month_of(day), sum(n), sum(n * day)
    from (select area, series, day, n from new_cell union all select area, series, day, -n from old_cell) change
    group by 1, 2, 3
    on conflict (area, series, month) do update set n = s.n + excluded.n, moment = s.moment + excluded.moment;
  return null;
end
$$;

create trigger add_new_cells after insert on cell
  referencing new table as new_cell for each statement execute function add_new_cells();

create trigger add_changed_cells after update on cell
  referencing old table as old_cell new table as new_cell for each statement execute function add_changed_cells();

insert into month_sum select area, series, month_of(day), sum(n), sum(n * day) from cell group by 1, 2, 3;
