-- Rules, each version kept. The highest version of a rule is the one in force, unless it says that the rule was removed.
create table alert_rule (
  id text not null,
  version int not null,
  body text not null, -- JSON, as read
  removed boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (id, version)
);

-- An alert of a rule and an area is numbered; its id is rule.area.number.
create table alert (
  id text primary key,
  rule text not null,
  rule_version int not null,
  area text not null,
  number int not null,
  severity text not null,
  exact boolean not null, -- whether exact figures decided, so that not everyone may read of it
  state text not null,
  since date not null,
  fired_on date,
  resolved_on date,
  cause text,
  acknowledged_by text,
  acknowledged_at timestamptz,
  note text,
  value double precision,
  body text not null, -- JSON of the rule by which it stands
  changed_at timestamptz not null,
  unique (rule, area, number)
);

-- However many instances look at once.
create unique index one_open_alert on alert (rule, area) where state <> 'resolved';
create index on alert (area);
create index on alert (since desc, id);

-- What is to be told, one row for each receiver, written in the transaction that changes the alert.
create table alert_delivery (
  id bigint generated always as identity primary key,
  alert text not null references alert (id),
  event text not null, -- the CloudEvent's id, the same on each try and for each receiver
  receiver text not null, -- topic, alertmanager, or the address of a webhook
  body text not null, -- the CloudEvent
  created_at timestamptz not null,
  due_at timestamptz not null, -- next try; while one is made, when it counts as failed
  attempts int not null default 0,
  last_error text,
  delivered_at timestamptz,
  parked_at timestamptz -- given up, until somebody has it sent again
);

create index on alert_delivery (receiver, due_at) where delivered_at is null and parked_at is null;
create index on alert_delivery (alert, receiver, id) where delivered_at is null;
create index on alert_delivery (created_at);

-- Every instance learns what was changed, by whomever: areas whose cells changed, alerts, rules.
create function tell_of_cells() returns trigger language plpgsql as $$
begin
  perform pg_notify('ledger', code) from area where id in (select area from new_cell);
  return null;
end
$$;

create trigger tell_of_new_cells after insert on cell
  referencing new table as new_cell for each statement execute function tell_of_cells();

create trigger tell_of_changed_cells after update on cell
  referencing new table as new_cell for each statement execute function tell_of_cells();

create function tell_of_alert() returns trigger language plpgsql as $$
begin
  perform pg_notify('alert', new.id);
  return null;
end
$$;

create trigger tell_of_alert after insert or update on alert for each row execute function tell_of_alert();

create function tell_of_rule() returns trigger language plpgsql as $$
begin
  perform pg_notify('alert_rule', new.id);
  return null;
end
$$;

create trigger tell_of_rule after insert on alert_rule for each row execute function tell_of_rule();
