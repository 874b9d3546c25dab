-- A switch waits for who reads, and everybody who comes after waits for the switch. Behind one who reads for an hour, such as
-- a dump, that would be all readers for an hour: rather it fails soon, with nothing changed, and is to be asked for again.
alter function switch_generation(int) set lock_timeout = '5s';
