-- A snapshot is replaced some times a second while its area changes: compressing it each time costs more than it saves.
alter table snapshot alter column body set storage external;
