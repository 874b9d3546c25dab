-- Names that repeat in millions of rows stand once.
create table area (
  id int generated always as identity primary key,
  code text not null unique
);

create table series (
  id smallint generated always as identity primary key,
  name text not null unique -- measure|dimension, or the measure alone if it is two-dimensional
);

-- Changes of stocks and flows, by day (days since 1970-01-01). version is the offset in the ledger topic:
-- a record that comes again, or comes late, changes nothing.
create table cell (
  area int not null,
  series smallint not null,
  day int not null,
  n bigint not null,
  version bigint not null,
  primary key (area, series, day)
);

-- Two-dimensional measures: the value at (d, e) is the sum over day <= d and other_day <= e.
create table plane_cell (
  area int not null,
  series smallint not null,
  day int not null,
  other_day int not null,
  n bigint not null,
  version bigint not null,
  primary key (area, series, day, other_day)
);

create table snapshot (
  area text primary key,
  date date not null,
  body text not null,
  version bigint not null
);
