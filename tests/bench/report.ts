import { cpus, totalmem } from 'node:os';
import type { Line } from './line.ts';
import { median } from './measure.ts';

/** Of the median: from here on the table says how far the runs lie apart. */
const WIDE = 0.25;
/** Of all cores: from here on the table says that others were at work. */
const BUSY = 0.1;

export interface Reported extends Line {
  readonly row: string;
}

export const HEAD = [
  '| scenario | against | ours | theirs | ratio | aim | our peak MB | their peak MB | load, others at work | remarks |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |',
].join('\n');

export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? '?'}), ${memory} GB, Node ${process.version}, ${process.platform}, ${day} UTC`;
}

export function tableLine(line: Reported): string {
  const { what, against, ours, theirs, unit, aim = '–', ourPeaks = [], theirPeaks = [], before } = line;
  const cells = [
    what,
    against,
    show(ours, unit),
    show(theirs, unit),
    ratioOf(line) === undefined ? 'n/a' : `**${ratioOf(line)?.toFixed(2)}**`,
    aim,
    peak(ourPeaks),
    peak(theirPeaks),
    quietOf(before),
    remarks(line),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** For programs: every run, not only the medians. */
export function jsonOf(lines: readonly Reported[], runs: number): string {
  const rows = lines.map((line) => ({
    ...line,
    median: { ours: orNull(line.ours), theirs: orNull(line.theirs) },
    ratio: ratioOf(line) ?? null,
    spread: { ours: spread(line.ours), theirs: spread(line.theirs) },
  }));
  return `${JSON.stringify({ machine: machine(), runs, rows }, undefined, 2)}\n`;
}

/** The load as it began, and the busiest of the moments before the runs. */
function quietOf(before: Line['before']): string {
  const busy = Math.max(0, ...before.map((each) => each.busy));
  const load = before[0]?.load.toFixed(1) ?? '?';
  return `${load}, ${Math.round(busy * 100)} %${busy > BUSY ? ' (not quiet)' : ''}`;
}

function ratioOf({ ours, theirs }: Line): number | undefined {
  return ours.length === 0 || theirs.length === 0 ? undefined : median(ours) / median(theirs);
}

function remarks({ ours, theirs, note }: Line): string {
  const wide = (name: string, values: readonly number[]): string[] =>
    spread(values) > WIDE ? [`${name} runs ${Math.round(spread(values) * 100)} % apart`] : [];
  return [...(note === undefined ? [] : [note]), ...wide('our', ours), ...wide('their', theirs)].join('; ');
}

/** From the fastest to the slowest, as a share of the median. */
function spread(values: readonly number[]): number {
  return values.length < 2 ? 0 : (Math.max(...values) - Math.min(...values)) / median(values);
}

function orNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}

function show(values: readonly number[], unit: Line['unit']): string {
  if (values.length === 0) return 'n/a';
  const value = median(values);
  if (unit !== 'ms') return `${value.toFixed(0)} ${unit}`;
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(1)} ms`;
}

function peak(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? '–' : median(known).toFixed(0);
}
