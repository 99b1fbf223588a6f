-- What a duty produces can be what an evidence need of a control waits for.
alter table duty add column need_id uuid;
alter table duty add foreign key (organization_id, need_id) references evidence_need (organization_id, id) on delete set null (need_id);
