import type { Hit } from '../../shared/search/search.ts';
import { assertNever } from '../../shared/values/assert-never.ts';
import { useRollup } from '../state/rollup-store.ts';
import { useYear } from '../state/year-store.ts';
import type { Place } from '../state/place.ts';
import { ROLLUPS } from '../registers/WhoseYears.tsx';

/** Where a hit is, and what is to be chosen there besides. */
export function placeOfHit({ line, document }: Hit): { readonly place: Place; readonly land?: () => void } {
  const { id } = document;
  switch (line.group) {
    case 'assessment':
      return { place: { area: 'home', assessment: { id, screen: 'unit' } } };
    case 'item':
      return { place: { area: 'home', assessment: { id, screen: 'scoring', code: line.id } } };
    case 'evidence':
      return { place: { area: 'home', assessment: { id, screen: 'evidence', code: line.id } } };
    case 'year':
      return { place: { area: 'registers', year: { id, screen: 'week' } } };
    case 'task':
    case 'entry':
    case 'case': {
      const { register = 'tasks' } = line;
      const place = { area: 'registers', year: { id, screen: register } };
      return { place, land: () => useYear.getState().jumpTo(register, line.id) };
    }
    case 'statTable': {
      const { register = 'tasks' } = line;
      const place = { area: 'registers', year: { id, screen: register } };
      return { place, land: () => useYear.getState().jumpToTable(register, line.id) };
    }
    case 'rollup':
      return { place: { area: 'registers', inner: ROLLUPS, rollup: { id, screen: 'late' } } };
    case 'unit': {
      const place: Place = { area: 'registers', inner: ROLLUPS, rollup: { id, screen: 'grid' } };
      return { place, land: () => useRollup.getState().chooseUnit(line.id) };
    }
    case 'unitTask': {
      const place: Place = { area: 'registers', inner: ROLLUPS, rollup: { id, screen: 'grid' } };
      return { place, land: () => useRollup.getState().chooseUnit(line.unit) };
    }
    case 'collected': {
      const place: Place = { area: 'registers', inner: ROLLUPS, rollup: { id, screen: 'cases' } };
      return {
        place,
        land: () => {
          useRollup.getState().showCases('list');
          useRollup.getState().chooseCase(line.id);
        },
      };
    }
    case 'point': {
      const place: Place = { area: 'registers', inner: ROLLUPS, rollup: { id, screen: 'points' } };
      return { place, land: () => useRollup.getState().choosePoint(line.id) };
    }
    case 'desk':
      return { place: { area: 'desk', desk: { id, screen: 'table' } } };
    case 'package':
      return {
        place: { area: 'desk', desk: { id, screen: 'table', verifying: { key: line.id, part: 'items' } } },
      };
    default:
      return assertNever(line.group);
  }
}
