-- What was delivered long ago is taken out: it is found without reading all that is kept. What was told of an alert is found
-- by the alert.
create index on alert_delivery (delivered_at) where delivered_at is not null;
create index on alert_delivery (alert);
