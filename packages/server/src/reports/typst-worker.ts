import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypesetAnswer, TypesetOrder } from './typeset-pdf.ts'

/** Runs in a thread of its own: the compiler is native code that does not let anything else run until it is done. */
function typeset(order: TypesetOrder): TypesetAnswer {
  const compiler = NodeCompiler.create({ workspace: order.root, fontArgs: [{ fontPaths: [...order.fontPaths] }] })
  for (const file of order.files) compiler.mapShadow(file.path, Buffer.from(file.content))
  const compiled = compiler.compile({ mainFilePath: order.main })
  try {
    if (compiled.result === null) return { error: messages(compiler, compiled.takeError()) }
    return pdfOf(compiler, compiled.result, order)
  } finally {
    // The compiler remembers across documents for as long as the process lives; nothing here is asked for twice.
    compiler.evictCache(0)
  }
}

function pdfOf(
  compiler: NodeCompiler,
  document: NonNullable<ReturnType<NodeCompiler['compile']>['result']>,
  { createdAt }: TypesetOrder,
): TypesetAnswer {
  const creationTimestamp = Math.floor(createdAt / 1000)
  const pages = document.numOfPages
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp }), pages, archival: true }
  } catch {
    // PDF/A forbids a character that no font on this machine can show; a plain PDF shows a box in its place.
    return { pdf: compiler.pdf(document, { creationTimestamp }), pages, archival: false }
  }
}

function messages(compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  if (error === null) return 'The compiler gave neither a document nor an error.'
  const found = compiler.fetchDiagnostics(error) as readonly { readonly message: string; readonly path?: string }[]
  return found.map((one) => `${one.path ?? ''}: ${one.message}`).join('\n')
}

parentPort?.postMessage(typeset(workerData as TypesetOrder))
