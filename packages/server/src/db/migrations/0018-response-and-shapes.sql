-- What a control does besides making events rarer or cheaper: it contains some of them. And how much of the exposure it reaches.

alter table risk_control drop constraint risk_control_effect_check;
alter table risk_control
  add check (effect in ('frequency', 'loss', 'response')),
  add column coverage double precision not null default 1 check (coverage >= 0 and coverage <= 1);

-- Laws of an estimate other than the usual ones; the columns of the range then hold what 90 % of the law span.
alter table risk
  add column frequency_shape jsonb,
  add column loss_shape jsonb,
  -- Further losses that an event may bring.
  add column secondary_losses jsonb not null default '[]',
  -- Share of its loss that containing an event saves.
  add column contained_saved double precision check (contained_saved >= 0 and contained_saved <= 1);
