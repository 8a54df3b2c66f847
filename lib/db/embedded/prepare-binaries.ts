/** Run once after an installation, by the user who may write to node_modules. */
import { getBinaries } from './binaries.ts'

getBinaries()
