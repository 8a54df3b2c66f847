-- The one-page brief of a period as it was issued: what it says, byte by byte, with digests that anybody can check.

create table evaluation.brief (
  id           uuid primary key default gen_random_uuid(),
  region_id    text not null,
  period       text not null check (period ~ '^[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
  edition      integer not null check (edition > 0),
  facts_digest text not null check (facts_digest ~ '^[0-9a-f]{64}$'),
  issued_by    uuid not null,
  issued_at    timestamptz not null,
  unique (region_id, period, edition)
);
comment on table evaluation.brief is 'A brief that was issued for a period of a region. Figures that change later lead to another edition; this one stays.';
comment on column evaluation.brief.facts_digest is 'SHA-256 of the facts that its issuer saw as a draft.';
select opensti.append_only('evaluation.brief');

create table evaluation.brief_paper (
  brief_id uuid not null references evaluation.brief (id),
  format   text not null check (format in ('pdf', 'docx', 'xlsx', 'json')),
  digest   text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  size     integer not null check (size > 0),
  content  bytea not null,
  primary key (brief_id, format)
);
comment on table evaluation.brief_paper is 'The page as PDF and Word, its annex with all indicators, and the data of both, each with its SHA-256.';
select opensti.append_only('evaluation.brief_paper');
