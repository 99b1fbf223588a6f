-- How far a risk alone breaks the appetite: of all its points the largest share of what is allowed a year. Above 1 it does.
alter table risk_state add column appetite_ratio double precision not null default 0;
alter table risk_state drop column exceed_probability;
