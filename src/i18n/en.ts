import { type Translated } from "./catalog.ts"
import { anchors } from "./en/anchors.ts"
import { bracket } from "./en/bracket.ts"
import { attach } from "./en/attach.ts"
import { backup } from "./en/backup.ts"
import { badge } from "./en/badge.ts"
import { caseCoach } from "./en/case-coach.ts"
import { cases } from "./en/cases.ts"
import { coach } from "./en/coach.ts"
import { comments } from "./en/comments.ts"
import { encryption } from "./en/encryption.ts"
import { endless } from "./en/endless.ts"
import { errors } from "./en/errors.ts"
import { exportErrors } from "./en/export-errors.ts"
import { extras } from "./en/extras.ts"
import { facts } from "./en/facts.ts"
import { gapNext } from "./en/gap-next.ts"
import { gaps } from "./en/gaps.ts"
import { importing } from "./en/import.ts"
import { item } from "./en/item.ts"
import { library } from "./en/library.ts"
import { lock, lockErrors } from "./en/lock.ts"
import { notices } from "./en/notices.ts"
import { packets } from "./en/packets.ts"
import { panel } from "./en/panel.ts"
import { picker } from "./en/picker.ts"
import { picture } from "./en/picture.ts"
import { queue, queueErrors } from "./en/queue.ts"
import { prepare } from "./en/prepare.ts"
import { readings } from "./en/readings.ts"
import { chat } from "./en/chat.ts"
import { procedure } from "./en/procedure.ts"
import { record } from "./en/record.ts"
import { remarks } from "./en/remarks.ts"
import { restore, restoreErrors } from "./en/restore.ts"
import { roads } from "./en/roads.ts"
import { selfCheck } from "./en/self-check.ts"
import { settings } from "./en/settings.ts"
import { settingsFile } from "./en/settings-file.ts"
import { steps } from "./en/steps.ts"
import { stopExport } from "./en/stop-export.ts"
import { ui } from "./en/ui.ts"
import { verify } from "./en/verify.ts"
import { visitor } from "./en/visitor.ts"
import { welcome } from "./en/welcome.ts"

/** The English catalogue. It is the pattern: every other language is checked against it by type. */
export const en = {
  ...ui,
  ...anchors,
  ...bracket,
  ...attach,
  ...backup,
  ...badge,
  ...caseCoach,
  ...cases,
  ...coach,
  ...comments,
  ...encryption,
  ...endless,
  ...errors,
  ...exportErrors,
  ...extras,
  ...facts,
  ...gapNext,
  ...gaps,
  ...importing,
  ...item,
  ...library,
  ...lock,
  ...notices,
  ...packets,
  ...panel,
  ...picker,
  ...picture,
  ...queue,
  ...prepare,
  ...readings,
  ...chat,
  ...procedure,
  ...record,
  ...remarks,
  ...restore,
  ...lockErrors,
  ...queueErrors,
  ...restoreErrors,
  ...roads,
  ...selfCheck,
  ...settings,
  ...settingsFile,
  ...steps,
  ...stopExport,
  ...verify,
  ...visitor,
  ...welcome,
}

export type Catalog = Translated<typeof en>
