-- Links of invitations are derived when a letter is written. Messages that still hold one go; whoever waits for such a
-- letter is invited again. Invitations that ended long ago may be deleted.

delete from opensti.outbox where topic = 'mail.invitation' and payload ? 'link';
grant delete on accounts.invitation to opensti_app;
