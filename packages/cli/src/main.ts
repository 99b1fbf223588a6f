import { runProgram } from './run-program.ts'

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text)

process.exitCode = await runProgram(process.argv.slice(2), { out: write(process.stdout), err: write(process.stderr) })
