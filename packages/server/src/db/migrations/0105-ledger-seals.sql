-- The ledger as a chain of links, so that whoever changes, takes out or slips in an entry afterwards, with whatever rights, breaks it from
-- there on. A link is made a little after the fact, of all that was committed since the last: chaining within each change would let only one at a time write.
create table ledger_seal (
  organization_id uuid not null,
  position bigint not null check (position > 0),
  sealed_at timestamptz not null default clock_timestamp(),
  seqs bigint[] not null check (cardinality(seqs) > 0),
  -- SHA-256 of the digests of the entries, in the order of their numbers.
  content bytea not null,
  previous bytea not null,
  -- SHA-256 of `previous`, the position as eight bytes, and `content`.
  hash bytea not null,
  -- Every transaction before this one was over.
  upto xid8 not null,
  -- Where a dump was read into another cluster, whose transactions count anew: entries up to this number are sealed.
  floor_seq bigint not null default 0,
  primary key (organization_id, position)
);

-- What of an entry is sealed: all that was written. How long it stayed valid follows from the entries after it.
create function revision_digest(r revision) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(r.seq, r.entity, r.entity_id, r.version, r.operation, extract(epoch from r.at),
    r.actor_kind, r.actor_id, r.actor_name, r.request_id, r.reason, r.row)::text, 'UTF8'))
$$;

-- Seals what was committed since the last link; gives how many entries that were. Which they are is settled: what began before `upto` is over.
create function seal_ledger() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  org uuid := current_organization();
  last ledger_seal;
  ended xid8;
  taken bigint[];
  digest bytea;
  before bytea;
  place bigint;
  sealed_to bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('sinew ledger seal ' || org, 0));
  select * into last from ledger_seal where organization_id = org order by position desc limit 1;
  ended := pg_snapshot_xmin(pg_current_snapshot());
  sealed_to := coalesce(last.floor_seq, 0);
  if last.upto > ended then
    select array_agg(r.seq order by r.seq), sha256(string_agg(revision_digest(r), ''::bytea order by r.seq)) into taken, digest
      from revision r
        left join (select unnest(s.seqs) as seq from ledger_seal s where s.organization_id = org) known on known.seq = r.seq
      where r.organization_id = org and known.seq is null;
    sealed_to := greatest(sealed_to, (select max(r.seq) from revision r where r.organization_id = org));
  else
    select array_agg(r.seq order by r.seq), sha256(string_agg(revision_digest(r), ''::bytea order by r.seq)) into taken, digest
      from revision r where r.organization_id = org and r.seq > sealed_to and r.written_by < ended
        and (last.upto is null or r.written_by >= last.upto);
  end if;
  if taken is null then return 0; end if;
  place := coalesce(last.position, 0) + 1;
  before := coalesce(last.hash, sha256(convert_to(org::text, 'UTF8')));
  insert into ledger_seal (organization_id, position, seqs, content, previous, hash, upto, floor_seq)
    values (org, place, taken, digest, before, sha256(before || int8send(place) || digest), ended, sealed_to);
  return cardinality(taken);
end $$;

select isolate_table('ledger_seal');
