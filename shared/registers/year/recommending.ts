import { isSameName } from '../../values/bare-name.ts';
import type { Campaign } from '../../campaign/schema.ts';
import { OTHER_BODY, type Year } from './schema.ts';

type Recommended = Pick<Year, 'recommending' | 'commendationNotice'>;

/** Of which kind of body the year is by another notice: codes are each notice's own, so by its name; '' where it has none. */
export function bodyBy(year: Recommended, notice: Campaign | null): string {
  const body = year.recommending?.body ?? '';
  const name = bodyName(year);
  if (name === undefined) return body === OTHER_BODY ? body : '';
  return notice?.commendation?.bodies.find((each) => isSameName(each.name, name))?.code ?? '';
}

/** What the notice calls the kind of body that is chosen; undefined where none of its own is. */
export function bodyName({ recommending, commendationNotice }: Recommended): string | undefined {
  return commendationNotice?.commendation?.bodies.find(({ code }) => code === recommending?.body)?.name;
}
