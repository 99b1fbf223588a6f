-- What controls let through, as claimed and as proven: {"claimed": {"frequency": 0.4, "loss": 1}, "proven": …}. What happened is held against what counted then.
alter table risk_state add column kept jsonb not null default '{}';
