import type { Column } from './column.ts';
import type { RegisterKind } from './kind.ts';
import { cases } from './kinds/cases.ts';
import { commendedPersons } from './kinds/commended-persons.ts';
import { commendedUnits } from './kinds/commended-units.ts';
import { complaints } from './kinds/complaints.ts';
import { contest } from './kinds/contest.ts';
import { dangers } from './kinds/dangers.ts';
import { differences } from './kinds/differences.ts';
import { experiences } from './kinds/experiences.ts';
import { guidance } from './kinds/guidance.ts';
import { mediation } from './kinds/mediation.ts';
import { notices } from './kinds/notices.ts';
import { outreach } from './kinds/outreach.ts';
import { places } from './kinds/places.ts';
import { prevention } from './kinds/prevention.ts';
import { projects } from './kinds/projects.ts';
import { risks } from './kinds/risks.ts';
import { sites } from './kinds/sites.ts';
import { steps } from './kinds/steps.ts';
import { tasks } from './kinds/tasks.ts';
import { visits } from './kinds/visits.ts';

/** Every kind of register, in the order of their buttons, those of a group side by side. Whatever comes next is one more name here. */
export const REGISTERS = {
  tasks,
  guidance,
  mediation,
  visits,
  risks,
  complaints,
  outreach,
  cases,
  dangers,
  prevention,
  projects,
  steps,
  differences,
  places,
  contest,
  sites,
  notices,
  commendedUnits,
  commendedPersons,
  experiences,
} as const satisfies Record<string, RegisterKind>;
export type RegisterName = keyof typeof REGISTERS;
export const REGISTER_NAMES = Object.keys(REGISTERS) as [RegisterName];
/** 台账: all but the tasks. */
export type LedgerName = Exclude<RegisterName, 'tasks'>;
export const LEDGER_NAMES = REGISTER_NAMES.filter((name): name is LedgerName => name !== 'tasks');

/** 行政指导台账, by the label of its kind; what is called 清单 or 名录 is called nothing else. */
export function ledgerNamed(label: string): string {
  return /(?:清单|名录)$/u.test(label) ? label : `${label}台账`;
}

export function registerOf(name: RegisterName): RegisterKind {
  return REGISTERS[name];
}

export function columnsOf(name: RegisterName): readonly Column[] {
  return REGISTERS[name].columns;
}

/** A register and those that stand on its screen, or the same of the one on whose screen it stands itself. */
export function familyOf(name: RegisterName): readonly RegisterName[] {
  const first = registerOf(name).within ?? name;
  return REGISTER_NAMES.filter((each) => each === first || registerOf(each).within === first);
}
