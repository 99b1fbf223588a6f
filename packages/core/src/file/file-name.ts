/** Longest name that is kept, ending included: short enough for every file system it may be saved on. */
export const longestFileName = 150

// Names that Windows reads as devices, with or without an ending.
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i
// Separators and signs that a shell, a header or a file system reads as more than a letter.
const unsafe = /[<>:"|?*;%`$&]/g

/**
 * A file's name as it may be shown and saved anywhere: no folders, no invisible or direction-changing characters (they hide
 * the real ending), no hidden files, no device names. Never empty.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').replaceAll('\\', '/').split('/').at(-1) ?? ''
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replace(unsafe, '_')
  const trimmed = visible.replace(/^[\s.]+|[\s.]+$/g, '')
  const dot = trimmed.lastIndexOf('.')
  const ending = dot > 0 && trimmed.length - dot <= 12 ? trimmed.slice(dot) : ''
  const stem = trimmed.slice(0, trimmed.length - ending.length)
  const plain = devices.test(stem.split('.')[0] ?? '') ? `_${stem}` : stem
  return cut(plain, longestFileName - ending.length) + ending || 'file'
}

/** Cuts between characters, never inside of one. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, end)
}
