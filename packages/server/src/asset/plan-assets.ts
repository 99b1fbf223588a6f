import { assetKinds, classifications } from '@sinew/contract/asset/asset-words.ts'
import { needLevels } from '@sinew/core/asset/need-levels.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { type Named, named } from '../file/named-cell.ts'
import type { TableRow } from '../file/read-table.ts'

/** The columns of the table by the headings they are known by, in small letters. */
export const assetHeadings = {
  title: ['title', 'name', 'asset'],
  kind: ['kind', 'type'],
  classification: ['classification', 'class'],
  description: ['description'],
  owner: ['owner'],
  custodian: ['custodian'],
  location: ['location', 'site'],
  inScope: ['inscope', 'scope'],
  confidentiality: ['confidentiality'],
  confidentialityReason: ['confidentialityreason'],
  integrity: ['integrity'],
  integrityReason: ['integrityreason'],
  availability: ['availability'],
  availabilityReason: ['availabilityreason'],
  rtoHours: ['rtohours', 'rto'],
  rpoHours: ['rpohours', 'rpo'],
  restsOn: ['restson', 'dependson', 'dependencies'],
} as const

export type AssetHeading = keyof typeof assetHeadings
export type AssetRow = TableRow<AssetHeading>
export type Problem = { readonly row: number; readonly column: string; readonly message: string }

/** What the organisation has already that a table can name. */
export type KnownNames = {
  readonly people: readonly Named[]
  readonly sites: readonly Named[]
  readonly assets: readonly { readonly id: string; readonly number: number; readonly title: string }[]
}

/** An asset of the table, with what it rests on by id; the ids of assets of the same table are those given here. */
export type PlannedAsset = {
  readonly id: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly below: readonly { readonly id: string; readonly anyOf: string }[]
}

/** Reads the rows of a table of assets: either all can be added, or each problem says its line and column. */
export function planAssets(
  rows: readonly AssetRow[],
  known: KnownNames,
  newId: () => string,
): { readonly planned: readonly PlannedAsset[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const ids = rows.map(() => newId())
  const finder = assetFinder(rows, ids, known.assets)
  const seen = new Map<string, number>(known.assets.map(({ title, number }) => [title.toLowerCase(), -number]))
  const planned = rows.map(({ line, cells }, at): PlannedAsset => {
    const wrong = (column: string, message: string) => void problems.push({ row: line, column, message })
    const id = ids[at] ?? ''
    if (cells.title === '') wrong('Title', 'Give the asset a name.')
    if (cells.title.length > 200) wrong('Title', 'The name is longer than 200 characters.')
    const before = seen.get(cells.title.toLowerCase())
    if (before !== undefined && cells.title !== '')
      wrong(
        'Title',
        before < 0 ? `${assetRef(-before)} is called so already.` : `The same title stands on line ${before}.`,
      )
    seen.set(cells.title.toLowerCase(), line)
    return { id, values: valuesOf(cells, known, wrong), below: belowOf(id, cells.restsOn, finder, wrong) }
  })
  return { planned, problems }
}

type Wrong = (column: string, message: string) => void
type Cells = AssetRow['cells']

function valuesOf(cells: Cells, known: KnownNames, wrong: Wrong): PlannedAsset['values'] {
  const level = (key: 'confidentiality' | 'integrity' | 'availability') =>
    oneOf(needLevels, cells[key], capital(key), null, wrong)
  const text = (key: AssetHeading, column: string, most: number) => {
    if (cells[key].length > most) wrong(column, `This is longer than ${most} characters.`)
    return cells[key]
  }
  return {
    title: cells.title,
    kind: oneOf(assetKinds, cells.kind, 'Kind', 'information', wrong),
    classification: oneOf(classifications, cells.classification, 'Classification', 'internal', wrong),
    description: text('description', 'Description', 5_000),
    owner_id: named(known.people, cells.owner, 'Owner', 'Nobody is called', wrong),
    custodian_id: named(known.people, cells.custodian, 'Custodian', 'Nobody is called', wrong),
    site_id: named(known.sites, cells.location, 'Location', 'No site is called', wrong),
    in_scope: yesOrNo(cells.inScope, wrong),
    confidentiality: level('confidentiality'),
    confidentiality_reason: text('confidentialityReason', 'Confidentiality reason', 2_000),
    integrity: level('integrity'),
    integrity_reason: text('integrityReason', 'Integrity reason', 2_000),
    availability: level('availability'),
    availability_reason: text('availabilityReason', 'Availability reason', 2_000),
    rto_hours: hours(cells.rtoHours, 'RTO hours', wrong),
    rpo_hours: hours(cells.rpoHours, 'RPO hours', wrong),
  }
}

function oneOf(
  words: readonly string[],
  cell: string,
  column: string,
  otherwise: string | null,
  wrong: Wrong,
): string | null {
  if (cell === '') return otherwise
  const wanted = cell.toLowerCase().replaceAll(/[ -]+/g, '_')
  if (words.includes(wanted)) return wanted
  wrong(column, `“${cell}” is none of: ${words.map((word) => word.replaceAll('_', ' ')).join(', ')}.`)
  return otherwise
}

function yesOrNo(cell: string, wrong: Wrong): boolean {
  if (/^(|yes|y|true|1)$/i.test(cell)) return true
  if (!/^(no|n|false|0)$/i.test(cell)) wrong('In scope', `“${cell}” is neither yes nor no.`)
  return false
}

function hours(cell: string, column: string, wrong: Wrong): number | null {
  if (cell === '') return null
  const value = Number(cell)
  if (Number.isFinite(value) && value >= 0 && value <= 87_600) return value
  wrong(column, `“${cell}” is no number of hours. Write 4 or 0.5.`)
  return null
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The ids of those that are called so: there already or in the same table. */
type Finder = (name: string) => readonly string[]

function assetFinder(rows: readonly AssetRow[], ids: readonly string[], assets: KnownNames['assets']): Finder {
  const found = new Map<string, string[]>()
  const add = (name: string, id: string) =>
    found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), id])
  for (const { id, number, title } of assets) {
    add(assetRef(number), id)
    add(title, id)
  }
  for (const [at, { cells }] of rows.entries()) if (cells.title !== '') add(cells.title, ids[at] ?? '')
  return (name) => found.get(name.trim().toLowerCase()) ?? []
}

/** `AS-3; AS-4 or AS-5`: a semicolon or comma between what it rests on, an “or” between what stands in for each other. */
function belowOf(id: string, cell: string, find: Finder, wrong: Wrong): PlannedAsset['below'] {
  const below = new Map<string, { readonly id: string; readonly anyOf: string }>()
  for (const part of split(cell, /[;\n]/, /,/, find)) {
    const names = split(part, / or /i, null, find)
    for (const name of names) {
      const [one, ...more] = find(name)
      if (one === undefined) wrong('Rests on', `There is no asset “${name}”, nor on another line.`)
      else if (more.length > 0) wrong('Rests on', `More than one asset is called “${name}”: write its number.`)
      else if (one === id) wrong('Rests on', 'An asset does not rest on itself.')
      else if (below.has(one)) wrong('Rests on', `“${name}” stands here twice.`)
      else below.set(one, { id: one, anyOf: names.length > 1 ? part.slice(0, 100) : '' })
    }
  }
  return [...below.values()]
}

/** A part that is a name as it stands is not cut any further. */
function split(text: string, by: RegExp, else_: RegExp | null, find: Finder): readonly string[] {
  if (text.trim() === '') return []
  if (find(text).length > 0) return [text.trim()]
  const parts = text.split(by)
  const finer = else_ === null ? parts : parts.flatMap((part) => (find(part).length > 0 ? [part] : part.split(else_)))
  return finer.map((part) => part.trim()).filter((part) => part !== '')
}
