/**
 * A hash of numbers by their bits: equal only when every bit is, whatever the machine. FNV-1a over the 32-bit halves, twice with different
 * starts, as 16 hexadecimal digits.
 */
export function hashNumbers(numbers: Iterable<number>): string {
  const view = new DataView(new ArrayBuffer(8))
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (const x of numbers) {
    view.setFloat64(0, Number.isNaN(x) ? Number.NaN : x)
    for (const half of [view.getUint32(0), view.getUint32(4)]) {
      a = Math.imul(a ^ half, 0x01000193)
      a ^= a >>> 15
      b = Math.imul(b ^ half, 0x85ebca6b)
      b ^= b >>> 13
    }
  }
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

/** A whole 32-bit number for a text, to key a stream of random numbers by a scenario's id. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) | 0
}
