/** The background: a service worker in Chromium, an event page in Firefox. Listeners are added before anything is awaited. */
import { now } from "../platform/clock.ts"
import { readBrowser, readTool } from "../platform/identity.ts"
import {
  setAlarm,
  setAnchorAlarm,
  setReadingAlarm,
  setStampAlarm,
  watchAlarm,
  watchBrowserStart,
  watchInstallation,
} from "../platform/lifecycle.ts"
import { giveBackAll, hasAll, holdAll, holderOfAll, letGoOfAll } from "../platform/all-sites.ts"
import { archivePage } from "../platform/archive.ts"
import { makeAskSite } from "../platform/ask-site.ts"
import { newestPulse, newestRound } from "../platform/beacons.ts"
import { askCalendar, submitDigest } from "../platform/calendars.ts"
import { archiveGrant, mayRecord } from "../platform/grants.ts"
import { mayReach } from "../platform/hosts.ts"
import { listen } from "../platform/listen.ts"
import { watchInvocations } from "../platform/menu.ts"
import { makeRectProbe } from "../platform/screenshot.ts"
import { giveBackTabs, tabSize, tabStreamId } from "../platform/tab-stream.ts"
import { sweepReferer } from "../platform/referer.ts"
import { checkNoPrivateWindow, photographInPrivate } from "../platform/private-window.ts"
import { queueWindow } from "../platform/queue-window.ts"
import { sweepOutgoing } from "../platform/outgoing.ts"
import { watchShutter } from "../platform/shutter.ts"
import { backgroundReaders } from "../platform/requests.ts"
import { isOwnPage } from "../platform/trust.ts"
import { backgroundIsPage, keepingAwake, remoteWorkshop } from "../platform/workshop.ts"
import { type BackgroundApi } from "../protocol.ts"
import { openVault } from "../vault/read.ts"
import { noteEvent, noteExportProgress } from "../vault/write.ts"
import { keepAdvice } from "../vault/write-advice.ts"
import { noteCheckProgress } from "../vault/write-checks.ts"
import { localWorkshop } from "../workshop/workshop.ts"
import { filingHandlers } from "./filing.ts"
import { startCheck } from "./check-files.ts"
import { chatBefore } from "./chat.ts"
import { createConductor, type Watcher } from "./conductor.ts"
import { ensureDeviceKey, stampBirth } from "./device-key.ts"
import { createDress } from "./dress.ts"
import { completeExport, startExport } from "./export.ts"
import { correctField } from "./correct-field.ts"
import { chooseAuthorities, stampWhatHasNone } from "./authorities.ts"
import { annotatePicture, keepRedactedCopy } from "./keep-marks.ts"
import { pickerWords } from "./picker-words.ts"
import { pictureSites } from "./picture-sites.ts"
import { wallsBefore } from "./walls.ts"
import { type Ports } from "./ports.ts"
import { createQueue } from "./queue.ts"
import { changesSince, readAgain } from "./read-again.ts"
import { importHandlers } from "./imports.ts"
import { lockHandlers } from "./lock.ts"
import { recipientHandlers } from "./recipients.ts"
import { createIndexer } from "./keep-entries.ts"
import { createRecordings } from "./recording.ts"
import { recover } from "./recover.ts"
import { restoreHandlers } from "./restore.ts"
import { createReader } from "./scheduled-readings.ts"
import { settingsHandlers } from "./settings.ts"
import { seeAsVisitor } from "./see-as-visitor.ts"
import { seeWithPicture } from "./visitor-picture.ts"
import { createSpeech } from "./speech.ts"
import { createStamper } from "./stamps.ts"
import { createTelling } from "./telling.ts"
import { emptyTrash, trashHandlers } from "./trash.ts"

const vault = openVault()
const speech = createSpeech(vault)
const dress = createDress(vault, speech)
const telling = createTelling(speech, dress)
const { report } = telling
const ports: Ports = {
  vault,
  run: crypto.randomUUID(),
  shutter: watchShutter(),
  workshop: backgroundIsPage()
    ? localWorkshop(vault, {
        onExport: (exportId, done, total) => noteExportProgress(vault, exportId, done, total),
        onCheck: (done, total) => noteCheckProgress(vault, done, total),
        onRecording: {
          kept: captureId => recordings.handlers.noteRecording({ captureId }),
          ended: (captureId, end) => recordings.handlers.endRecording({ captureId, ...end }),
        },
      })
    : remoteWorkshop(),
  paintsRects: makeRectProbe(),
  browserIdentity: readBrowser,
  tool: readTool,
  mayReach,
  mayRecord,
  askSite: makeAskSite(),
  calendars: { submit: submitDigest, askAgain: askCalendar },
  beacons: { newestRound, newestPulse },
  privateWindow: { checkNone: checkNoPrivateWindow, photograph: photographInPrivate, giveBack: giveBackAll },
  queueWindow,
  allSites: { has: hasAll, hold: holdAll, holder: holderOfAll, letGo: letGoOfAll },
  mayArchive: async () => (await archiveGrant()) === "granted",
  archivePage,
  tabSize,
  tabStreamId,
  setStampAlarm,
  setAnchorAlarm,
  isTaken: tabId => conductor.isTaken(tabId),
  isOnline: () => navigator.onLine,
  setReadingAlarm,
}
const stamper = createStamper(ports, report)
const indexer = createIndexer(vault, () => conductor.isBusy(), report)
const reader = createReader(ports)

const watcher: Watcher = {
  onBegin: () => {
    report(telling.working())
    report(setAlarm(true))
  },
  onEnd: ({ item, error }) => {
    report(setAlarm(isWorking()))
    stamper.wake()
    indexer.wake()
    report(error ? telling.problem(error.code) : telling.saved(item ?? ""))
  },
}
const begun = ensureDeviceKey(ports)
const recovered = begun.then(() => recover(ports, report))
const conductor = createConductor(ports, watcher, recovered)
const recordings = createRecordings(ports, {
  ...watcher,
  onEnd: outcome => {
    watcher.onEnd(outcome)
    // It was granted for this alone; another that runs needs it still.
    if (!recordings.isUnderWay()) report(giveBackTabs())
  },
})

const queue = createQueue({ ports, conductor }, recovered, {
  onChange: () => {
    report(setAlarm(isWorking()))
  },
  report: work => {
    report(keepingAwake(work))
  },
})

listen<BackgroundApi>(
  "background",
  backgroundReaders,
  {
    startCapture: ({ tabId, trigger, chatUntil }) => conductor.start(tabId, trigger, { chatUntil }),
    startPicker: ({ tabId }) => conductor.pick(tabId, pickerWords(speech.tag())),
    // A second script in a page that is being captured would have the first one put it back.
    pictureSites: async ({ tabId }) => ({ origins: conductor.isBusy() ? [] : await pictureSites(tabId) }),
    readWalls: async ({ tabId }) => ({
      walls: conductor.isBusy() ? null : await wallsBefore(tabId, ports.isTaken),
    }),
    findChat: async ({ tabId }) => ({
      isChat: !conductor.isBusy() && (await chatBefore(tabId, ports.isTaken)) !== null,
    }),
    whenSealed: ({ captureId }) => conductor.whenSealed(captureId),
    stopCapture: ({ captureId }) => conductor.stop(captureId),
    ...trashHandlers(ports, conductor, indexer.wake),
    startExport: async ({ captureIds, ...how }) => {
      const { exportId, ended } = await startExport(ports, captureIds, how)
      report(ended.then(stamper.wake))
      return { exportId }
    },
    skipReport: exportId => ports.workshop("stopReport", exportId),
    stopExport: exportId => ports.workshop("stopBundle", exportId),
    ...recipientHandlers(vault),
    setAuthorities: async ({ authorities }) => {
      await chooseAuthorities(vault, authorities)
      await stampBirth(vault)
      stamper.wake()
      return null
    },
    ...filingHandlers(vault, indexer.wake),
    ...queue.handlers,
    ...settingsHandlers(vault, {
      onLanguages: dressAnew,
      onAnchoring: stamper.wake,
    }),
    ...lockHandlers(vault, dressAnew),
    ...recordings.handlers,
    ...restoreHandlers(vault, indexer.wake),
    requestStamps: async () => {
      const wanted = await stampWhatHasNone(vault)
      stamper.wake()
      return { wanted }
    },
    completeExport: async ({ exportId }) => {
      await completeExport(ports, exportId)
      return null
    },
    saveStamp: async ({ stampId }) => {
      await ports.workshop("saveStamp", { stampId })
      return null
    },
    checkFiles: async () => {
      const { ended } = await startCheck(ports)
      report(ended)
      return null
    },
    noteCheckProgress: async ({ done, total }) => {
      await noteCheckProgress(vault, done, total)
      return null
    },
    ...importHandlers(ports, () => {
      stamper.wake()
      indexer.wake()
    }),
    readAgain: ({ captureId, tabId }) => keepingAwake(readAgain(ports, captureId, tabId)),
    readChanges: async ({ captureId, tabId }) => ({
      changes: conductor.isBusy() ? null : await changesSince(ports, captureId, tabId),
    }),
    setSchedule: async ({ captureId, everyDays }) => {
      await reader.choose(captureId, everyDays)
      return null
    },
    seeAsVisitor: ({ captureId }) => keepingAwake(seeAsVisitor(ports, captureId)),
    correctField: ({ captureId, ...wish }) => correctField(vault, captureId, wish, indexer.wake),
    annotatePicture: ({ captureId, ...wish }) => annotatePicture(vault, captureId, wish),
    keepRedactedCopy: ({ captureId, ...wish }) => keepRedactedCopy(vault, captureId, wish),
    noteAdvice: async said => {
      await keepAdvice(vault, said)
      return null
    },
    seeAsVisitorWithPicture: ({ captureId }) => keepingAwake(seeWithPicture(ports, captureId)),
    noteExportProgress: async ({ exportId, done, total }) => {
      await noteExportProgress(vault, exportId, done, total)
      return null
    },
  },
  isOwnPage,
)

watchInvocations(
  () => {
    // That the vault does not answer is told by the start itself: the menu is there all the same.
    return dress.learn().then(dress.menu, dress.menu)
  },
  (tabId, by) => {
    // The badge and its title tell how it ended; there is no popup to tell it.
    conductor.start(tabId, by).catch(() => undefined)
  },
)
watchBrowserStart(() => {
  // A browser that was killed in the middle of a picture still has it.
  report(giveBackAll())
  report(giveBackTabs())
})
watchInstallation(() => {
  report(noteInstallation())
})
// Waking is nearly enough: what follows runs at every start.
watchAlarm(() => {
  stamper.wake()
  report(keepingAwake(reader.wake()))
})
report(dress.learn())
report(startUp())

async function startUp(): Promise<void> {
  const failures = await recovered
  await emptyTrash(ports)
  await sweepOutgoing()
  await sweepReferer()
  await stampBirth(vault)
  stamper.wake()
  indexer.wake()
  report(keepingAwake(reader.wake()))
  await queue.ready
  if (!isWorking()) await setAlarm(false)
  const [code] = failures
  if (code) await telling.problem(code)
}

const isWorking = (): boolean => conductor.isBusy() || queue.isUnderWay() || recordings.isUnderWay()

function dressAnew(): void {
  report(dress.change())
}

/** The browser's word for it, which comes again where the vault outlived an uninstallation; a new vault has its line by then. */
async function noteInstallation(): Promise<void> {
  if (await begun) return
  const { version, build } = await readTool()
  await noteEvent(vault, now(), { event: "installed", version, build })
}
