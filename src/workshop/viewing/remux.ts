/**
 * Writes a recording's packets anew, as they are, into a file that has a length
 * and an index. The build makes a file of its own of this (scripts/build/code.ts),
 * as of the encryption: loaded when a recording is closed, and by nothing else.
 * So nothing here may be shared with it by identity, and it imports no error class.
 */
import {
  BlobSource,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
} from "mediabunny"
import { type PictureSize, type Viewed } from "../../core/viewing.ts"
import { pictureSize } from "../../core/picture-size.ts"

/** What is written at once; so much lies in memory, with a cluster of the original. */
const WRITE_BYTES = 4 * 1024 * 1024

/** As package.json pins it; a test holds the two to each other. */
const TOOL = { tool: "mediabunny", version: "1.61.0" } as const

interface Lane {
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>
  readonly add: (packet: EncodedPacket) => Promise<void>
  readonly close: () => void
  readonly isVideo: boolean
  next: EncodedPacket | null
}

/**
 * Reads the original once, in the order of its times, and writes the copy to
 * `target`. Throws what the library throws where the original is no WebM that it
 * can read, and where there is no picture in it; the target is left unclosed then.
 */
export async function remux(original: Blob, target: WritableStream<StreamTargetChunk>): Promise<Viewed> {
  const input = new Input({ formats: [WEBM], source: new BlobSource(original) })
  const output = new Output({
    format: new WebMOutputFormat(),
    target: new StreamTarget(target, { chunked: true, chunkSize: WRITE_BYTES }),
  })
  const seen = { end: 0, packets: 0 }
  const sizes: PictureSize[] = []
  const note = ({ isVideo }: Lane, packet: EncodedPacket) => {
    seen.packets += 1
    seen.end = Math.max(seen.end, packet.timestamp + packet.duration)
    if (!isVideo || packet.type !== "key") return
    const size = pictureSize(packet.data)
    const last = sizes.at(-1)
    if (size === null || (last?.width === size.width && last.height === size.height)) return
    sizes.push({ ms: Math.max(0, Math.round(packet.timestamp * 1000)), ...size })
  }
  try {
    const lanes = await lanesOf(input, output)
    await output.start()
    for (let lane = earliest(lanes); lane !== null; lane = earliest(lanes)) {
      const packet = lane.next
      if (packet === null) break
      note(lane, packet)
      await lane.add(packet)
      const { value } = await lane.packets.next()
      lane.next = value ?? null
      // One that is over must not keep the other waiting: its packets would pile up.
      if (lane.next === null) lane.close()
    }
    await output.finalize()
  } catch (thrown) {
    // Lets go of the target. That it cannot be closed after what happened to it is no news.
    await output.cancel().catch(() => undefined)
    throw thrown
  } finally {
    input.dispose()
  }
  return { durationMs: Math.round(seen.end * 1000), packets: seen.packets, sizes, ...TOOL }
}

async function lanesOf(input: Input, output: Output): Promise<Lane[]> {
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  if (video === null) throw new Error("no picture in the recording")
  const lanes = [await videoLane(video, output), ...(audio === null ? [] : [await audioLane(audio, output)])]
  // A track without a packet is none; a copy without a picture is of no use.
  if (lanes.some(({ isVideo, next }) => isVideo && next === null))
    throw new Error("no picture in the recording")
  return lanes.filter(({ next }) => next !== null)
}

async function videoLane(track: InputVideoTrack, output: Output): Promise<Lane> {
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()]
  if (codec === null || config === null) throw new Error("pictures of an unknown kind")
  const source = new EncodedVideoPacketSource(codec)
  const first = await startOf(track)
  if (first.next !== null) output.addVideoTrack(source)
  return {
    ...first,
    isVideo: true,
    add: packet => source.add(packet, { decoderConfig: config }),
    close: () => {
      source.close()
    },
  }
}

async function audioLane(track: InputAudioTrack, output: Output): Promise<Lane> {
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()]
  if (codec === null || config === null) throw new Error("sound of an unknown kind")
  const source = new EncodedAudioPacketSource(codec)
  const first = await startOf(track)
  if (first.next !== null) output.addAudioTrack(source)
  return {
    ...first,
    isVideo: false,
    add: packet => source.add(packet, { decoderConfig: config }),
    close: () => {
      source.close()
    },
  }
}

async function startOf(track: InputVideoTrack | InputAudioTrack): Promise<Pick<Lane, "packets" | "next">> {
  const packets = new EncodedPacketSink(track).packets()
  const { value } = await packets.next()
  return { packets, next: value ?? null }
}

/** The lane whose next packet comes first; null where all are over. */
function earliest(lanes: readonly Lane[]): Lane | null {
  let found: Lane | null = null
  for (const lane of lanes) {
    if (lane.next === null) continue
    if (found?.next == null || lane.next.timestamp < found.next.timestamp) found = lane
  }
  return found
}
