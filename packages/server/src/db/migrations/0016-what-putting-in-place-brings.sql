-- What goes off the proven loss when a control is put in place and proven: the treatment plan is sorted by it.

alter table control_state add column treated_minor bigint not null default 0;
