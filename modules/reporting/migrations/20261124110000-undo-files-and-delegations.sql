-- A file taken away by mistake can be put back, and a delegation ends before its day; who did it stays known.

alter table reporting.attachment
  add column removed_at timestamptz,
  add column removed_by uuid,
  add check ((removed_at is null) = (removed_by is null));
comment on column reporting.attachment.removed_at is 'Taken away while the return was being prepared; its bytes are handed out no more.';

alter table reporting.delegation add column ended_by uuid;
comment on column reporting.delegation.ended_by is 'Who ended it before its last day: the one who gave it, or the leader of the unit.';

-- The same file may be attached again after it was taken away.
alter table reporting.attachment drop constraint attachment_request_id_digest_key;
create unique index attachment_once on reporting.attachment (request_id, digest) where removed_at is null;
create index on reporting.attachment (request_id);
