import { readFile } from 'node:fs/promises'
import { attributeMean } from '@sinew/core/loss/attribution/attribute-mean.ts'
import { engineVersion } from '@sinew/core/loss/engine-version.ts'
import { parsePortfolio } from '@sinew/core/loss/model/parse-portfolio.ts'
import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { controlIds } from '@sinew/core/loss/model/portfolio-state.ts'
import { type Engine, engines, pricePortfolio } from '@sinew/core/loss/price-portfolio.ts'
import { type Command, Option } from 'commander'
import { CliError } from '../cli-error.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'
import { describePrice } from './describe-price.ts'

type Options = { readonly engine: Engine; readonly seed: number; readonly years: number; readonly json?: true }

const mostBytes = 50_000_000

export function registerLoss(program: Command, terminal: Terminal): void {
  const loss = program.command('loss').description('the loss engine, on this machine alone')
  loss
    .command('price')
    .description('price a portfolio of loss scenarios from a JSON file')
    .argument('<file>', 'the portfolio')
    .addOption(new Option('--engine <engine>', 'how to price it').choices([...engines]).default('exact'))
    .addOption(new Option('--seed <n>', 'of the simulation').argParser(whole('seed', 0, 2 ** 53 - 1)).default(1))
    .addOption(new Option('--years <n>', 'to simulate').argParser(whole('years', 1, 10_000_000)).default(100_000))
    .option('--json', 'as JSON')
    .action(async (file: string, options: Options) => terminal.out(await price(file, options)))
}

function whole(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new CliError(`--${name} must be a whole number from ${least} to ${most}, not ${text}`, 2)
  }
}

async function price(file: string, { engine, seed, years, json }: Options): Promise<string> {
  const portfolio = await readPortfolio(file)
  const start = performance.now()
  const priced = pricePortfolio(portfolio, { engine, seed, years })
  const elapsedMs = performance.now() - start
  const attribution = controlIds(portfolio).length === 0 ? null : attributeMean(portfolio)
  const attributionMs = performance.now() - start - elapsedMs
  const settings = engine === 'simulate' ? { seed, years } : {}
  const all = { ...priced, attribution, engineVersion, ...settings, elapsedMs, attributionMs }
  return json ? printJson(all) : describePrice(all)
}

/** @throws CliError with every problem of the file, each with its place */
async function readPortfolio(file: string): Promise<Portfolio> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`)
  })
  if (text.length > mostBytes) throw new CliError(`${file} is larger than ${mostBytes / 1e6} MB`)
  const data = parsedJson(file, text)
  // A reference portfolio holds the portfolio beside what is expected of it.
  const inner = typeof data === 'object' && data !== null && 'portfolio' in data ? data.portfolio : data
  const { portfolio, problems } = parsePortfolio(inner)
  if (portfolio !== null) return portfolio
  const shown = problems.slice(0, 20).map(({ path, message }) => `  ${path}: ${message}`)
  const more = problems.length > 20 ? [`  and ${problems.length - 20} more`] : []
  throw new CliError([`${file} is not a portfolio that can be priced:`, ...shown, ...more].join('\n'))
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliError(`${file} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}
