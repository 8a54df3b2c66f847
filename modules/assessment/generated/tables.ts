// Written by "npm run db:types" from the migrated database. Change a migration, not this file.


declare module '@opensti/db/tables' {
  interface Tables {

  }
}

