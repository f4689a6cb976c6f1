/** Thrown by `inflate` when the text would be longer than the caller allows. */
export class TooLong extends Error {
  constructor() {
    super("the unpacked text is too long");
    this.name = "TooLong";
  }
}

/** Small enough that what one piece unpacks to (at most 1,032 times as much) fits in memory. */
const pieceBytes = 1024;

function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start < bytes.length) controller.enqueue(bytes.slice(start, start + pieceBytes));
      else controller.close();
      start += pieceBytes;
    },
  });
}

async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TooLong();
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** UTF-8 bytes of the text in the zlib format (RFC 1950), whose checksum tells a cut from a whole. */
export async function deflate(text: string): Promise<Uint8Array> {
  const packed = inPieces(new TextEncoder().encode(text)).pipeThrough(
    new CompressionStream("deflate"),
  );
  return readAll(packed, Number.POSITIVE_INFINITY);
}

/**
 * The text that `deflate` packed.
 * @throws TooLong past `limit` bytes, before more than that is held; TypeError or another error of
 * the platform when the bytes are not whole.
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  const unpacked = inPieces(bytes).pipeThrough(new DecompressionStream("deflate"));
  const utf8 = await readAll(unpacked, limit);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(utf8);
}
