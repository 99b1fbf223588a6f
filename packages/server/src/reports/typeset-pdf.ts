import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../errors.ts'

export type ReportFile = { readonly path: string; readonly content: string | Uint8Array }

export type Report = {
  /** The Typst template beside the caller: `new URL('./soa-report.typ', import.meta.url)`. It reads `data.json`. */
  readonly template: URL
  /** What the template prints. It travels as a JSON file, never as markup, so no text in it can be read as Typst. */
  readonly data: unknown
  /** Files the template attaches to the PDF, by the name it uses. */
  readonly attachments?: readonly ReportFile[]
  /** The instant the document speaks of, in milliseconds since 1970 UTC: the same content and time give the same bytes. */
  readonly createdAt: number
}

/** `archival`: the file is PDF/A-3a. It is not when some character is in no font of this machine. */
export type TypesetPdf = { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number; readonly archival: boolean }

export type TypesetOrder = {
  readonly root: string
  readonly main: string
  readonly files: readonly ReportFile[]
  readonly fontPaths: readonly string[]
  readonly createdAt: number
}
export type TypesetAnswer =
  | { readonly pdf: Uint8Array; readonly pages: number; readonly archival: boolean }
  | { readonly error: string }

const limits = { seconds: 60, dataCharacters: 20_000_000, atOnce: 2, waiting: 50 } as const

// Nothing is read from here: every file of a report is handed over in memory, and the compiler reads nothing outside.
const root = resolve('/', 'sinew-report')
const fontPackage = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans/package.json'))
const fontPaths = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'].map((face) => join(fontPackage, face))

let running = 0
const waiting: (() => void)[] = []

/**
 * Typesets a report as PDF with its fonts and contents inside, offline, in a thread of its own. At most two at once; the
 * others wait. Throws AppError 413 for more data than a report can hold, and 503 when too many wait or one takes longer
 * than a minute.
 */
export async function typesetPdf(report: Report): Promise<TypesetPdf> {
  const data = JSON.stringify(report.data)
  if (data.length > limits.dataCharacters) throw new AppError(413, 'There is more in this report than a PDF can hold.')
  const files: readonly ReportFile[] = [
    { path: join(root, 'main.typ'), content: await readFile(report.template) },
    { path: join(root, 'report.typ'), content: await readFile(new URL('./report.typ', import.meta.url)) },
    { path: join(root, 'data.json'), content: data },
    ...(report.attachments ?? []).map((file) => ({ ...file, path: join(root, file.path) })),
  ]
  await takeSeat()
  try {
    return await inThread({ root, main: join(root, 'main.typ'), files, fontPaths, createdAt: report.createdAt })
  } finally {
    leaveSeat()
  }
}

async function takeSeat(): Promise<void> {
  if (running < limits.atOnce) {
    running += 1
    return
  }
  if (waiting.length >= limits.waiting) throw new AppError(503, 'Many reports are being made. Try again in a minute.')
  await new Promise<void>((enter) => waiting.push(enter))
}

// A seat is handed on, so that nobody who comes just then can take it from the one who waited.
function leaveSeat(): void {
  const next = waiting.shift()
  if (next === undefined) running -= 1
  else next()
}

function inThread(order: TypesetOrder): Promise<TypesetPdf> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./typst-worker.ts', import.meta.url), { workerData: order })
    const stop = setTimeout(() => {
      fail(new AppError(503, `The report was not ready after ${limits.seconds} seconds. Try again with less in it.`))
      void worker.terminate()
    }, limits.seconds * 1000)
    worker.once('message', (answer: TypesetAnswer) => {
      clearTimeout(stop)
      if ('error' in answer) fail(new Error(`The report does not compile: ${answer.error}`))
      else done({ ...answer, pdf: new Uint8Array(answer.pdf) })
    })
    worker.once('error', (error) => {
      clearTimeout(stop)
      fail(error)
    })
  })
}
