-- Which partition of the findings topic the record lies in, so that a finding can go when its record has gone.
alter table finding add column partition integer;

create index on finding (partition, version);
