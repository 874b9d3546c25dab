-- What others have published about areas. An area, indicator and period have one figure: the last that came.
create table context_figure (
  area text not null,
  indicator text not null,
  period text not null,
  value numeric not null,
  unit text not null,
  source text not null,
  label_nl text not null,
  label_en text not null,
  primary key (area, indicator, period)
);

create index on context_figure (indicator);
