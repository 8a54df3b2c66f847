/** The database server: the embedded one, supervised, or one of the operator's own, checked. */
export { checkServer, proveSerializable } from './check-server.ts'
export { type OpenedDatabase, type OpenOptions, openDatabase } from './open-database.ts'
export { stopOrphan } from './orphan.ts'
export { provision, roles } from './provision.ts'
export { type Server, type ServerOptions, startServer } from './server.ts'
