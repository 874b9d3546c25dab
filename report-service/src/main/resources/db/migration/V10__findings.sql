-- What does not add up in the events: one row for what is wrong with an event, as the topic last had it.
create table finding (
  municipality text not null,
  source text not null,
  event text not null,
  code text not null,
  found_at timestamptz not null,
  body text not null,
  version bigint not null, -- offset in the findings topic
  primary key (municipality, source, event, code)
);

create index on finding (municipality, found_at desc);
create index on finding (found_at);
