-- The loss engine in use when a version of the methodology was approved: its version and settings.
alter table methodology add column engine jsonb;
