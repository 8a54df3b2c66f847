-- Where a person is reached at her desk, for the call list of late units.

alter table accounts.person add column office_phone text
  constraint person_office_phone_shape check (office_phone ~ '^[0-9+][0-9 ()+-]{2,29}$');
comment on column accounts.person.office_phone is 'The number of the office, never a private one. Shown to the planners who call late units.';
