import type { EvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Room, RoomControl } from './load-room.ts'
import { nothingInPeriod } from './room-csv.ts'
import type { RoomFile, RoomPiece } from './room-piece.ts'

export type RoomFacts = {
  readonly size: EvidenceRoom
  /** Who made it, and the instant it speaks of. */
  readonly by: string
  readonly at: Date
  /** One sentence on the statement of applicability that lies beside the index. */
  readonly statement: string
}

/** What became of a file on its way into the room, by its path; a file that is there as it was received has none. */
type Remarks = ReadonlyMap<string, string>

/** The index to read: one page without a script, that opens from the unpacked folder. */
export function roomHtml(room: Room, facts: RoomFacts, remarks: Remarks): string {
  const { size } = facts
  const title = `Evidence of ${room.organization}`
  const head = [
    ['Selection', room.selection],
    ['Period', `${day(size.from)} to ${day(size.until)}, days in UTC`],
    ['Holds', `${size.controls} controls, ${size.needs} needs, ${size.pieces} pieces, ${size.files} files`],
    ['Without evidence', `${size.unmetNeeds} of ${size.needs} needs in this period`],
    ['Statement of Applicability', facts.statement],
    ['Made', `${facts.at.toISOString().slice(0, 16).replace('T', ' ')} UTC by ${facts.by}`],
    ['To check the files', 'sha256sum -c manifest.sha256'],
  ]
  const others = room.others.length === 0 ? '' : `<h2>Not tied to these controls</h2>${table(room.others, remarks)}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title><style>${style}</style></head><body><main>
<h1>${safe(title)}</h1>
<dl>${head.map(([label = '', text = '']) => `<dt>${safe(label)}</dt><dd>${safe(text)}</dd>`).join('')}</dl>
${room.controls.map((control) => section(control, remarks)).join('\n')}
${others}
</main></body></html>
`
}

const day = (date: string) => formatDay(Date.parse(date))

function section({ ref, title, needs }: RoomControl, remarks: Remarks): string {
  const parts = needs.map(
    (need) =>
      `<h3>${safe(need.title)}</h3>${need.pieces.length === 0 ? `<p>${nothingInPeriod}</p>` : table(need.pieces, remarks)}`,
  )
  const body = needs.length === 0 ? '<p>It asks for no evidence.</p>' : parts.join('')
  return `<section><h2>${safe(`${ref} ${title}`)}</h2>${body}</section>`
}

function table(pieces: readonly (RoomPiece & { readonly countsUntil?: Date })[], remarks: Remarks): string {
  const heads = ['Evidence', 'Title', 'Collected', 'Valid until', 'Result', 'Source', 'State', 'File']
  const rows = pieces.map((piece) => {
    const { ref, title, collectedAt, countsUntil, result, provenance, state, text, file } = piece
    const cells = [
      ref,
      title,
      date(collectedAt),
      countsUntil === undefined ? '' : date(countsUntil),
      result,
      provenance,
      state,
    ]
    return `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}<td>${
      file === null ? safe(text) : shownFile(file, remarks)
    }</td></tr>`
  })
  return `<table><thead><tr>${heads.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const date = (at: Date) => formatDay(at.getTime())

function shownFile({ path, name, sizeBytes, sha256 }: RoomFile, remarks: Remarks): string {
  const remark = remarks.get(path)
  const address = path.split('/').map(encodeURIComponent).join('/')
  const isThere = remark === undefined || /^(Changed|Broken)/.test(remark)
  const link = isThere ? `<a href="${safe(address)}">${safe(name)}</a>` : safe(name)
  const said = remark === undefined ? '' : `<br><strong>${safe(remark)}</strong>`
  return `${link}<br>${sizeBytes.toLocaleString('en')} bytes<br><code>${sha256}</code>${said}`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

const style = `body{font:15px/1.5 system-ui,sans-serif;color:#1d2624;margin:0;background:#fff}main{max-width:1100px;margin:0 auto;padding:32px 20px}
h1{font-size:26px}h2{font-size:18px;margin:36px 0 4px;border-top:1px solid #d8dedc;padding-top:16px}h3{font-size:14px;margin:16px 0 4px}p{margin:0;color:#5b6663}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 20px}dt{color:#5b6663}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:13px}th{text-align:left;color:#5b6663;font-weight:600}th,td{padding:4px 10px 4px 0;vertical-align:top;border-bottom:1px solid #e7ecea}
td:last-child{white-space:pre-line;overflow-wrap:anywhere}code{font-size:11px;overflow-wrap:anywhere}`
