/** Just enough SVG for the pictures of the documentation: one plot with axes, lines, areas, marks and words. */

export const ink = '#1b1f27'
export const muted = '#656c78'
export const rule = '#e4e1d9'
export const accent = '#4158cb'
export const pale = '#d3d9f5'
export const red = '#bf3d33'

export type Point = readonly [number, number]
export type Scale = (value: number) => number

const width = 760
const margin = { left: 92, right: 28, top: 64, bottom: 52 }

export const linear =
  (from: number, to: number, a: number, b: number): Scale =>
  (value) =>
    a + ((value - from) / (to - from)) * (b - a)
export const logarithmic =
  (from: number, to: number, a: number, b: number): Scale =>
  (value) =>
    a + (Math.log(value / from) / Math.log(to / from)) * (b - a)

/** Where a plot of this height is drawn: left, right, top, bottom. */
export function frame(height: number) {
  return { left: margin.left, right: width - margin.right, top: margin.top, bottom: height - margin.bottom }
}

export type Style = {
  readonly colour?: string
  readonly dashed?: boolean
  readonly thin?: boolean
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
}

const short = (value: number) => value.toFixed(1)

export function words(
  at: Point,
  text: string,
  { colour = ink, size = 13, anchor = 'start', bold }: Style = {},
): string {
  const weight = bold === true ? ' font-weight="600"' : ''
  const halo = ' stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${short(at[0])}" y="${short(at[1])}" fill="${colour}" font-size="${size}" text-anchor="${anchor}"${weight}${halo}>${escaped}</text>`
}

export function line(points: readonly Point[], { colour = ink, dashed, thin }: Style = {}): string {
  const dash = dashed === true ? ' stroke-dasharray="7 5"' : ''
  return `<path d="${pathOf(points)}" fill="none" stroke="${colour}" stroke-width="${thin === true ? 1 : 2.2}" stroke-linejoin="round"${dash}/>`
}

export function area(points: readonly Point[], colour: string): string {
  return `<path d="${pathOf(points)}Z" fill="${colour}"/>`
}

export function box([x, y]: Point, [w, h]: Point, colour: string, hollow = false): string {
  const look = hollow ? `fill="#fff" stroke="${colour}" stroke-width="1.5"` : `fill="${colour}"`
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, w))}" height="${short(h)}" rx="2" ${look}/>`
}

export function dot([x, y]: Point, colour: string): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="4.5" fill="${colour}" stroke="#fff" stroke-width="1.5"/>`
}

function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')
}

export type Ticks = readonly (readonly [number, string])[]

/** The lower axis with its ticks and title, and rules for the ticks of the left one. */
export function axes(height: number, x: Scale, xTicks: Ticks, xTitle: string, y?: Scale, yTicks: Ticks = []): string {
  const { left, right, bottom } = frame(height)
  return [
    ...yTicks.map(([value, text]) => {
      const at = y?.(value) ?? 0
      return (
        line(
          [
            [left, at],
            [right, at],
          ],
          { colour: rule, thin: true },
        ) + words([left - 10, at + 4], text, { colour: muted, anchor: 'end', size: 12 })
      )
    }),
    line(
      [
        [left, bottom],
        [right, bottom],
      ],
      { colour: muted, thin: true },
    ),
    ...xTicks.map(([value, text]) =>
      words([x(value), bottom + 19], text, { colour: muted, anchor: 'middle', size: 12 }),
    ),
    words([right, bottom + 40], xTitle, { colour: muted, anchor: 'end', size: 12 }),
  ].join('\n')
}

/** The whole file: what it shows in one line on top, then the parts. */
export function picture(height: number, title: string, subtitle: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'IBM Plex Sans', system-ui, sans-serif" role="img" aria-label="${title}">`,
    `<rect width="${width}" height="${height}" rx="10" fill="#fff"/>`,
    words([24, 30], title, { size: 16, bold: true }),
    words([24, 49], subtitle, { size: 12.5, colour: muted }),
    ...parts,
    '</svg>\n',
  ].join('\n')
}
