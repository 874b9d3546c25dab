-- Every instance of report-service keeps current snapshots at hand, and learns here when one was replaced, by whomever.
create function tell_of_snapshot() returns trigger language plpgsql as $$
begin
  perform pg_notify('snapshot', new.area);
  return null;
end
$$;

create trigger tell_of_snapshot after insert or update on snapshot
  for each row execute function tell_of_snapshot();
