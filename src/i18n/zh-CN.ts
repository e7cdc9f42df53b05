import { type Catalog } from "./en.ts"
import { anchors } from "./zh-CN/anchors.ts"
import { bracket } from "./zh-CN/bracket.ts"
import { attach } from "./zh-CN/attach.ts"
import { backup } from "./zh-CN/backup.ts"
import { badge } from "./zh-CN/badge.ts"
import { caseCoach } from "./zh-CN/case-coach.ts"
import { cases } from "./zh-CN/cases.ts"
import { coach } from "./zh-CN/coach.ts"
import { comments } from "./zh-CN/comments.ts"
import { encryption } from "./zh-CN/encryption.ts"
import { endless } from "./zh-CN/endless.ts"
import { errors } from "./zh-CN/errors.ts"
import { exportErrors } from "./zh-CN/export-errors.ts"
import { extras } from "./zh-CN/extras.ts"
import { facts } from "./zh-CN/facts.ts"
import { gapNext } from "./zh-CN/gap-next.ts"
import { gaps } from "./zh-CN/gaps.ts"
import { importing } from "./zh-CN/import.ts"
import { item } from "./zh-CN/item.ts"
import { library } from "./zh-CN/library.ts"
import { lock, lockErrors } from "./zh-CN/lock.ts"
import { notices } from "./zh-CN/notices.ts"
import { packets } from "./zh-CN/packets.ts"
import { panel } from "./zh-CN/panel.ts"
import { picker } from "./zh-CN/picker.ts"
import { picture } from "./zh-CN/picture.ts"
import { queue, queueErrors } from "./zh-CN/queue.ts"
import { prepare } from "./zh-CN/prepare.ts"
import { readings } from "./zh-CN/readings.ts"
import { chat } from "./zh-CN/chat.ts"
import { procedure } from "./zh-CN/procedure.ts"
import { record } from "./zh-CN/record.ts"
import { remarks } from "./zh-CN/remarks.ts"
import { restore, restoreErrors } from "./zh-CN/restore.ts"
import { roads } from "./zh-CN/roads.ts"
import { selfCheck } from "./zh-CN/self-check.ts"
import { settings } from "./zh-CN/settings.ts"
import { settingsFile } from "./zh-CN/settings-file.ts"
import { steps } from "./zh-CN/steps.ts"
import { stopExport } from "./zh-CN/stop-export.ts"
import { ui } from "./zh-CN/ui.ts"
import { verify } from "./zh-CN/verify.ts"
import { visitor } from "./zh-CN/visitor.ts"
import { welcome } from "./zh-CN/welcome.ts"

export const zhCN: Catalog = {
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
