/** What a file holds as text: UTF-8 or, as older spreadsheet programs write it, Windows-1252. */
export async function readTableFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Why it is no table; null where it may be one. */
export function tableFileFault(text: string): 'empty' | 'binary' | null {
  if (text.trim() === '') return 'empty'
  return text.includes('\0') ? 'binary' : null
}
