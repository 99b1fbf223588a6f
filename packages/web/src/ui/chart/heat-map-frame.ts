import type { Place } from './heat-map-layout.ts'

/** The matrix inside the drawing, in pixels; room is left for the band names. */
export type Frame = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly likelihoods: number
  readonly consequences: number
  /** Radius of a mark. */
  readonly radius: number
  /** Room for the level's name in each cell, not only its initial. */
  readonly namesLevels: boolean
  /** How many letters of a band name fit beside a row and below a column. */
  readonly rowLetters: number
  readonly columnLetters: number
}

const letterWidth = 6.6

/** Fits a matrix of so many bands into a drawing of `width` pixels; narrow ones get shorter names and lower rows. */
export function heatMapFrame(width: number, likelihoods: number, consequences: number): Frame {
  const isNarrow = width < 480
  const left = isNarrow ? 80 : 104
  const inner = Math.max(160, width - left - 2)
  const height = Math.min(430, Math.max(250, inner * 0.76))
  return {
    left,
    top: 4,
    width: inner,
    height,
    likelihoods,
    consequences,
    radius: isNarrow ? 8.5 : 11,
    namesLevels: !isNarrow,
    rowLetters: Math.floor((left - 26) / letterWidth),
    columnLetters: Math.floor(inner / consequences / letterWidth),
  }
}

/** Centre of a place in the drawing. */
export function toPoint(place: Place, frame: Frame): { readonly x: number; readonly y: number } {
  return {
    x: frame.left + (place.consequence / frame.consequences) * frame.width,
    y: frame.top + (1 - place.likelihood / frame.likelihoods) * frame.height,
  }
}
