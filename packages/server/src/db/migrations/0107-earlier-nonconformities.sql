-- Whether the same requirement was missed before is asked of every nonconformity that is shown: the newest earlier one comes first.
create index nonconformity_by_day on nonconformity (organization_id, found_at);
