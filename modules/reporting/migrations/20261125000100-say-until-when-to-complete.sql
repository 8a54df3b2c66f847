-- A return that the lead bureau returns for completion has a day until which it is to come again.
alter table reporting.request add column complete_by date;
comment on column reporting.request.complete_by is 'Until when it is to be completed, since it was returned last; empty for one that never was, or has come again.';
