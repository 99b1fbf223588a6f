/** What routes that take a table over are sent: a spreadsheet in base 64, anything else as text. */
export async function tableOfFile(file: File): Promise<{ readonly csv: string } | { readonly xlsx: string }> {
  if (!/\.xlsx$/i.test(file.name)) return { csv: await file.text() }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const letters: string[] = []
  for (const byte of bytes) letters.push(String.fromCharCode(byte))
  return { xlsx: btoa(letters.join('')) }
}

export const tableFiles = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
