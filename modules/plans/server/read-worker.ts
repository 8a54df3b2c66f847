/** Runs in a thread of its own: the text in, everything found in it out. */
import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '../domain/reading/read-document.ts'

parentPort?.postMessage(readDocument(String(workerData)))
