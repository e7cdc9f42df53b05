/** The script that listens while a guided recording runs: it changes nothing in the page, and tells the background alone. */
import { watchDoings } from "../capture/doings.ts"
import { onProcedureLine } from "../platform/in-page-procedure.ts"

onProcedureLine(watchDoings)
