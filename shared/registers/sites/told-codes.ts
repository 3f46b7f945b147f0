import { own } from '../../values/own.ts';

/** What is kept of a 示范点 that a notice was passed on to: the day, by which way, and what it was called then. */
const LABELS = { told: '传达日期', way: '传达方式', name: '传达到的单位' } as const;
export type ToldPart = keyof typeof LABELS;

const CODE = /^(told|way|name)([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/u;

/** The field of a notice in which that stands. */
export function toldCode(part: ToldPart, site: string): string {
  return part + site;
}

/** Whose field it is; undefined of any other. */
export function toldOf(code: string): { readonly part: ToldPart; readonly site: string } | undefined {
  const [, part, site] = CODE.exec(code) ?? [];
  return part === undefined || site === undefined ? undefined : { part: part as ToldPart, site };
}

/** 传达日期（示例区税务局）: with whose it is, as it was called when it was told. */
export function toldLabel(code: string, fields: Readonly<Record<string, string>>): string | undefined {
  const told = toldOf(code);
  if (!told) return undefined;
  const name = own(fields, toldCode('name', told.site)) ?? '';
  return `${LABELS[told.part]}${name === '' ? '' : `（${name}）`}`;
}
