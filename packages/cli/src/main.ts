import { askPerson } from './ask-person.ts'
import { runProgram } from './run-program.ts'

const write = (stream: NodeJS.WriteStream) => {
  // A closed terminal or pipe takes nothing more, and that must not keep a server from stopping in order.
  stream.on('error', () => {})
  return (text: string) => void stream.write(text)
}

process.exitCode = await runProgram(process.argv.slice(2), {
  out: write(process.stdout),
  err: write(process.stderr),
  ask: askPerson(),
})
