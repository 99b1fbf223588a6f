-- A campaign may ask the people of one unit.
alter table acknowledgement_campaign
  add column unit_id uuid,
  add foreign key (organization_id, unit_id) references unit (organization_id, id),
  drop constraint acknowledgement_campaign_audience_check,
  add constraint acknowledgement_campaign_audience_check check (audience in ('everyone', 'unit', 'chosen'));
create index acknowledgement_campaign_by_unit on acknowledgement_campaign (organization_id, unit_id);
