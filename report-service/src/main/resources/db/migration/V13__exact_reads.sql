-- Who has read exact figures, when and why. Rows are added, never changed or taken away: not by this service either.
create table exact_read (
  id bigint generated always as identity primary key,
  read_at timestamptz not null,
  reader text not null,
  purpose text not null,
  call text not null -- method, path and query
);

create index on exact_read (reader, id);

create function refuse_change_of_exact_reads() returns trigger language plpgsql as $$
begin
  raise exception 'reads of exact figures are kept as they are: % is refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

create trigger keep_exact_reads before update or delete or truncate on exact_read
  for each statement execute function refuse_change_of_exact_reads();
